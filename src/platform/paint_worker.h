// Paints scenes in a thread of its own, so that a slow picture never holds up the window.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "model/time.h"
#include "paint/face_table.h"
#include "paint/pictures.h"
#include "paint/pixels.h"
#include "scene/scene.h"

namespace anteroom::platform {

// What to paint and how large the glass is in pixels. `rotation` turns the painted picture clockwise by 0, 90, 180 or
// 270 degrees; width and height are those before the turn.
struct Order {
  scene::Scene scene;
  int width_px = 0, height_px = 0;
  int rotation = 0;
  friend bool operator==(const Order&, const Order&) = default;
};

struct Painted {
  Order order;               // as it was asked for
  std::uint64_t number = 0;  // what asking for it returned
  paint::Layer layer;
  // What the layer shows where some pictures were late: the scene of the order without them.
  std::optional<scene::Scene> without_late;
  bool abandoned = false;            // not painted, since something else came first: the layer is as it was handed in
  std::vector<std::string> faults;   // pictures that could not be drawn
  bool in_place = false;             // the layer was handed in and only changed
  std::vector<paint::Area> damaged;  // in place: where it may have changed, in the layer's pixels
};

class PaintWorker {
 public:
  // Requires: both outlive the paint worker.
  PaintWorker(const paint::FaceTable& faces, paint::Pictures& pictures);
  ~PaintWorker();
  PaintWorker(const PaintWorker&) = delete;
  PaintWorker& operator=(const PaintWorker&) = delete;

  // How long painting waits for a picture that is not drawn yet.
  enum class Waits {
    as_needed,  // until it is drawn, or its time is over
    briefly     // a person waits: what is late is left out
  };
  // Asks for `order`; it replaces one that has not been begun, and one that waits for a picture. `spare` is a layer
  // whose memory may be used again. Returns a number that no other asking has.
  std::uint64_t ask(Order order, paint::Layer spare, Waits waits);
  // Asks to make `shown`, which shows `before` and is otherwise like `order`, show `order` instead, by painting only
  // what differs. It replaces what ask() would replace. What is late is left out as long as anything else differs.
  // Returns as ask() does. Requires: no layer handed in here is still to come back.
  std::uint64_t change(paint::Layer shown, scene::Scene before, Order order);
  // Ends the wait for a picture: the order comes back abandoned, and so does one that has not been begun.
  void hurry();
  // Drops what has not been begun, a layer handed in with it too, and waits until nothing is being painted, at most
  // `time`. Returns true if so.
  bool idle_within(Millis time);
  // What was finished first and not yet taken. The loop is woken when there is something.
  std::optional<Painted> take();
  // Like take, but waits until what was asked for is finished. Requires: something was asked for and not taken.
  Painted wait();

 private:
  struct Job {
    Order order;
    std::optional<scene::Scene> before;  // what `layer` shows; none: paint all of it
    paint::Layer layer;
    Waits waits = Waits::as_needed;
    std::uint64_t number = 0;
  };
  std::uint64_t give(Job job, paint::Layer spare);
  static Painted unpainted(Job& job);
  void work();

  const paint::FaceTable& faces_;
  paint::Pictures& pictures_;
  paint::Interrupt interrupt_;
  std::mutex mutex_;
  std::condition_variable asked_, finished_;
  std::optional<Job> job_;
  std::uint64_t asked_for_ = 0;  // how many times
  paint::Layer spare_;
  std::deque<Painted> done_;
  bool painting_ = false;
  bool quit_ = false;
  std::thread thread_;
};

}  // namespace anteroom::platform
