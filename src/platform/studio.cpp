#include "platform/studio.h"

#include <SDL.h>

#include <utility>

#include "paint/painter.h"
#include "paint/rotate.h"
#include "platform/memory.h"
#include "platform/wake.h"

namespace anteroom::platform {

Studio::Studio(const paint::FaceTable& faces, paint::Pictures& pictures)
    : faces_(faces), pictures_(pictures), thread_([this] { work(); }) {}

Studio::~Studio() {
  {
    const std::lock_guard lock(mutex_);
    quit_ = true;
  }
  asked_.notify_all();
  thread_.join();
}

void Studio::ask(Order order, paint::Layer spare) {
  {
    const std::lock_guard lock(mutex_);
    job_ = Job{std::move(order), {}, {}};
    if (!spare.pixels.empty()) spare_ = std::move(spare);
  }
  asked_.notify_one();
}

void Studio::change(paint::Layer shown, scene::Scene before, Order order) {
  {
    const std::lock_guard lock(mutex_);
    job_ = Job{std::move(order), std::move(before), std::move(shown)};
  }
  asked_.notify_one();
}

std::optional<Painted> Studio::take() {
  const std::lock_guard lock(mutex_);
  if (done_.empty()) return {};
  Painted painted = std::move(done_.front());
  done_.pop_front();
  return painted;
}

bool Studio::idle_within(Millis time) {
  std::unique_lock lock(mutex_);
  job_.reset();
  return finished_.wait_for(lock, time, [this] { return !painting_; });
}

Painted Studio::wait() {
  std::unique_lock lock(mutex_);
  finished_.wait(lock, [this] { return !done_.empty(); });
  Painted painted = std::move(done_.front());
  done_.pop_front();
  return painted;
}

namespace {

void resize(paint::Layer& layer, int width, int height) {
  if (layer.width != width || layer.height != height) layer = paint::Layer(width, height);
}

// Paints the scene of `painted` onto its layer; with `before`, which it shows, only what differs. `upright` holds the
// picture before a turn and is kept from one to the next.
void carry_out(paint::Painter& painter, const std::optional<scene::Scene>& before, Painted& painted,
               paint::Layer& upright) {
  const Order& order = painted.order;
  const bool turned = order.rotation != 0;
  paint::Layer& canvas = turned ? upright : painted.layer;
  resize(canvas, order.width_px, order.height_px);
  std::vector<paint::Area> areas{canvas.whole()};
  if (before) {
    painted.in_place = true;
    areas = painter.repaint(*before, order.scene, canvas);
  } else {
    painter.paint(order.scene, canvas);
  }
  painted.faults = painter.faults();
  if (turned) {
    for (paint::Area& area : areas) area = paint::rotate(upright, order.rotation, area, painted.layer);
  }
  if (before) painted.damaged = std::move(areas);
}

}  // namespace

void Studio::work() {
  paint::Painter painter(faces_, pictures_);
  paint::Layer upright;
  std::unique_lock lock(mutex_);
  for (;;) {
    asked_.wait(lock, [this] { return quit_ || job_; });
    if (quit_) break;
    Job job = std::move(*job_);
    job_.reset();
    if (!job.before) job.layer = std::exchange(spare_, {});
    painting_ = true;
    lock.unlock();
    Painted painted;
    painted.order = std::move(job.order);
    painted.layer = std::move(job.layer);
    carry_out(painter, job.before, painted, upright);
    // A drawn SVG leaves megabytes of small free blocks behind. A touch must not wait for their return.
    if (!job.before && painter.decoded_picture()) release_free_memory();
    lock.lock();
    done_.push_back(std::move(painted));
    painting_ = false;
    finished_.notify_all();
    wake();
  }
  lock.unlock();
  SDL_TLSCleanup();  // what SDL keeps for a thread that uses it
}

}  // namespace anteroom::platform
