// Brings the display from what it shows to what it should show: changes it in place, fades to another card, paints
// ahead, and draws nothing when nothing moves.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/settings.h"
#include "model/time.h"
#include "platform/fade.h"
#include "platform/glass.h"
#include "platform/paint_worker.h"
#include "scene/scene.h"

namespace anteroom::platform {

class Presenter {
 public:
  // Requires: `worker` outlives the presenter.
  Presenter(PaintWorker& worker, const Screen& screen);

  // The size in pixels that the display will have, so that painting can begin before there is one.
  void expect_size(int width, int height);
  // Starts to paint what is wanted.
  void prepare();
  // Shows on `glass` from now on. Requires: it outlives the presenter; called before step.
  void attach(Glass& glass);

  // What the display should show. A change of card or screen fades over `fade` (0: no fade), the old words before the
  // new ones; any other change is shown in place. A running fade to something else ends at once. Repeating the same
  // scene changes at most `answers_touch`: a user is waiting, so the scene is shown without pictures that are late, and
  // again with them, and its fade is fast at first: its first frame can be told from what was there.
  void want(const scene::Scene& scene, Millis fade, bool answers_touch = false);

  // What may be wanted next: painted ahead when there is nothing else to do, and forgotten when another card or screen
  // is wanted.
  void expect(const scene::Scene& scene);

  // True if the display shows what is wanted: no fade is running and nothing needs to be shown again.
  bool shows_wanted() const;

  // True if the wanted card or screen is on the display, in whatever state, or is fading in.
  bool has_begun() const;

  // One step at `now`: takes what the paint worker has painted, starts or continues a fade, shows a frame if there is
  // one to show. Never waits for the paint worker: a late picture delays the change, not the frame. Returns true if a
  // frame was shown.
  bool step(MonoTime now);

  // When to step next even if nothing happens; none: only when something new is wanted or painted.
  std::optional<MonoTime> next_frame() const { return next_frame_; }

  // The display lost its content, or has another size: show everything again.
  void expose();

  // True if the display shows what is wanted and what is expected is painted: nothing is left to do.
  bool at_rest() const;

  // Bytes of all layers that it holds or has lent to the paint worker.
  std::size_t layer_bytes() const;

  // Pictures that could not be drawn since the last call; the cards named were not shown.
  struct Fault {
    std::string card;  // empty: the fallback card, or one that another picture was drawn for
    std::string why;
  };
  std::vector<Fault> take_faults();
  // Lets what could not be drawn be requested again: its files may have changed.
  void forget_failure() { failed_.reset(); }
  bool has_faults() const { return !faults_.empty(); }

 private:
  Order order_for(const scene::Scene& scene) const;
  void receive();
  void take_back(Painted painted);
  void refuse(Painted painted);
  void abandon(Painted painted);
  void settle_on(Painted painted);
  void ask(const Order& order, PaintWorker::Waits waits);
  void lend();
  void ask_for_more();
  void take_ready(MonoTime now);
  bool fade_step(MonoTime now);
  void end_fade();
  void compare();
  void find_middle();
  void set_ready(std::optional<Painted> painted);
  bool show();
  bool may_lend() const;
  bool serves(const Painted& painted) const;
  bool is_ready(const Order& order) const { return ready_ && ready_->order == order && serves(*ready_); }
  void keep_spare(paint::Layer layer) { spare_ = std::move(layer); }
  bool fits(const paint::Layer& layer) const;

  Glass* glass_ = nullptr;
  PaintWorker& worker_;
  Screen screen_;
  Area area_;
  Order wanted_;
  Millis wanted_fade_{0};
  bool answers_touch_ = false;  // for wanted_
  std::optional<Order> expected_;
  std::optional<Painted> shown_, ready_, coming_;  // coming_: the target of a fade
  std::optional<Order> lent_;                      // what the lent layer showed before; shown_ is empty
  std::optional<Order> asked_;
  std::uint64_t asked_number_ = 0;
  PaintWorker::Waits asked_waits_ = PaintWorker::Waits::as_needed;
  std::optional<Order> failed_;  // painted without its picture: not requested again
  paint::Layer spare_;
  MonoTime fade_began_{};
  Millis fade_{0};             // of the running one
  bool fade_answers_ = false;  // a touch began it
  std::optional<MonoTime> next_frame_;
  std::optional<std::vector<Area>> differing_;  // between the shown layer and the one that is ready or coming
  std::optional<paint::Layer> middle_;          // what both have without their words; none: not known, or not needed
  bool compare_due_ = false;
  bool exposed_ = false;
  std::vector<Area> damaged_;  // of the shown layer, not yet shown
  std::vector<Fault> faults_;
};

}  // namespace anteroom::platform
