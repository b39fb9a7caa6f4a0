// Paints scenes in its own thread, so that a slow picture never blocks the window.
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

// What to paint, and the size of the display in pixels. `rotation` turns the painted picture clockwise by 0, 90, 180 or
// 270 degrees; width and height are those before rotation.
struct Order {
  scene::Scene scene;
  int width_px = 0, height_px = 0;
  int rotation = 0;
  friend bool operator==(const Order&, const Order&) = default;
};

struct Painted {
  Order order;               // as requested
  std::uint64_t number = 0;  // as returned by ask() or change()
  paint::Layer layer;
  // What the layer shows if some pictures were late: the scene of the order without them.
  std::optional<scene::Scene> without_late;
  bool abandoned = false;             // not painted, since something else came first: the layer is unchanged
  std::vector<std::string> faults;    // pictures that could not be drawn
  std::vector<std::string> replaced;  // pictures that another was drawn for
  bool in_place = false;              // the layer was handed in to be changed
  std::vector<paint::Area> damaged;   // in place: where it may have changed, in the layer's pixels
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
    as_needed,  // until it is drawn, or out of time
    briefly     // a user is waiting: late pictures are left out
  };
  // Requests `order`; replaces one that has not been begun, and one that waits for a picture. `spare` is a layer whose
  // memory may be reused. Returns a number that is unique to this request.
  std::uint64_t ask(Order order, paint::Layer spare, Waits waits);
  // Requests that `shown`, which shows `before` and otherwise matches `order`, show `order` instead, painting only what
  // differs. Replaces what ask() would replace. Late pictures are left out as long as anything else differs. Returns as
  // ask() does. Requires: no layer handed in here is still to come back.
  std::uint64_t change(paint::Layer shown, scene::Scene before, Order order);
  // Ends the wait for a picture: the order comes back abandoned, as does one that has not been begun.
  void hurry();
  // Drops what has not been begun, including a layer handed in with it, ends the wait for a picture, and waits at most
  // `time` until nothing is being painted. Returns whether nothing is.
  bool idle_within(Millis time);
  // The oldest result not yet taken. The event loop is woken when there is one.
  std::optional<Painted> take();
  // Like take, but waits for a result. Requires: something was requested and not taken.
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
  std::uint64_t asked_for_ = 0;  // number of requests
  paint::Layer spare_;
  std::deque<Painted> done_;
  bool painting_ = false;
  bool quit_ = false;
  std::thread thread_;
};

}  // namespace anteroom::platform
