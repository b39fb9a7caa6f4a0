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
    order_ = std::move(order);
    if (!spare.pixels.empty()) spare_ = std::move(spare);
  }
  asked_.notify_one();
}

std::optional<Painted> Studio::take() {
  const std::lock_guard lock(mutex_);
  return std::exchange(done_, std::nullopt);
}

bool Studio::idle_within(Millis time) {
  std::unique_lock lock(mutex_);
  order_.reset();
  return finished_.wait_for(lock, time, [this] { return !painting_; });
}

Painted Studio::wait() {
  std::unique_lock lock(mutex_);
  finished_.wait(lock, [this] { return done_.has_value(); });
  Painted painted = std::move(*done_);
  done_.reset();
  return painted;
}

void Studio::work() {
  paint::Painter painter(faces_, pictures_);
  std::unique_lock lock(mutex_);
  for (;;) {
    asked_.wait(lock, [this] { return quit_ || order_; });
    if (quit_) break;
    Painted painted{std::move(*order_), std::move(spare_), {}};
    order_.reset();
    spare_ = {};
    painting_ = true;
    lock.unlock();
    const Order& order = painted.order;
    if (painted.layer.width != order.width_px || painted.layer.height != order.height_px) {
      painted.layer = paint::Layer(order.width_px, order.height_px);
    }
    painter.paint(order.scene, painted.layer);
    painted.faults = painter.faults();
    if (order.rotation != 0) painted.layer = paint::rotate(painted.layer, order.rotation);
    // A drawn SVG leaves megabytes of small free blocks behind.
    release_free_memory();
    lock.lock();
    done_ = std::move(painted);
    painting_ = false;
    finished_.notify_all();
    wake();
  }
  lock.unlock();
  SDL_TLSCleanup();  // what SDL keeps for a thread that uses it
}

}  // namespace anteroom::platform
