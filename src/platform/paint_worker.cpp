#include "platform/paint_worker.h"

#include <SDL.h>

#include <utility>

#include "paint/painter.h"
#include "paint/rotate.h"
#include "platform/wake.h"

namespace anteroom::platform {

PaintWorker::PaintWorker(const paint::FaceTable& faces, paint::Pictures& pictures)
    : faces_(faces), pictures_(pictures), thread_([this] { work(); }) {}

PaintWorker::~PaintWorker() {
  {
    const std::lock_guard lock(mutex_);
    quit_ = true;
    interrupt_.raise();
  }
  asked_.notify_all();
  thread_.join();
}

std::uint64_t PaintWorker::give(Job job, paint::Layer spare) {
  std::uint64_t number = 0;
  {
    const std::lock_guard lock(mutex_);
    number = job.number = ++asked_for_;
    job_ = std::move(job);
    if (!spare.pixels.empty()) spare_ = std::move(spare);
    if (painting_) interrupt_.raise();
  }
  asked_.notify_one();
  return number;
}

std::uint64_t PaintWorker::ask(Order order, paint::Layer spare, Waits waits) {
  return give({std::move(order), {}, {}, waits}, std::move(spare));
}

std::uint64_t PaintWorker::change(paint::Layer shown, scene::Scene before, Order order) {
  return give({std::move(order), std::move(before), std::move(shown), Waits::briefly}, {});
}

void PaintWorker::hurry() {
  const std::lock_guard lock(mutex_);
  if (painting_) interrupt_.raise();
  if (!job_) return;
  // The thread clears the interrupt when it begins an order, so one in the queue would not notice it.
  Painted given_up = unpainted(*job_);
  given_up.abandoned = true;
  job_.reset();
  done_.push_back(std::move(given_up));
  finished_.notify_all();
  wake();
}

// Moves order and layer out of `job`, which keeps `before`.
Painted PaintWorker::unpainted(Job& job) {
  Painted painted;
  painted.order = std::move(job.order);
  painted.number = job.number;
  painted.layer = std::move(job.layer);
  painted.in_place = job.before.has_value();
  return painted;
}

std::optional<Painted> PaintWorker::take() {
  const std::lock_guard lock(mutex_);
  if (done_.empty()) return {};
  Painted painted = std::move(done_.front());
  done_.pop_front();
  return painted;
}

bool PaintWorker::idle_within(Millis time) {
  std::unique_lock lock(mutex_);
  job_.reset();
  interrupt_.raise();
  return finished_.wait_for(lock, time, [this] { return !painting_; });
}

Painted PaintWorker::wait() {
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

// How long a page waits for a picture before it is shown without it. A tap without a response for longer looks like a
// fault: a new screen must appear within 300 ms (standards: Time and motion).
constexpr Millis brief{200};

scene::Scene without(scene::Scene scene, const std::vector<std::size_t>& late) {
  for (auto at = late.rbegin(); at != late.rend(); ++at) {
    scene.items.erase(scene.items.begin() + static_cast<std::ptrdiff_t>(*at));
  }
  return scene;
}

// Makes `canvas`, which shows `before`, show `scene` as far as its pictures are ready; if nothing else differs, waits
// for them.
paint::Painter::Result change_in_place(paint::Painter& painter, const scene::Scene& before, const scene::Scene& scene,
                                       paint::Layer& canvas, paint::Patience patience) {
  paint::Painter::Result result = painter.repaint(before, scene, canvas, patience);
  if (result.late.empty() || !(without(scene, result.late) == before)) return result;
  patience.time.reset();
  return painter.repaint(before, scene, canvas, patience);
}

// Paints the scene of `painted` onto its layer; with `before`, which the layer shows, only what differs. `upright`
// holds the picture before rotation and is kept from one call to the next.
void carry_out(paint::Painter& painter, const std::optional<scene::Scene>& before, const paint::Patience& patience,
               Painted& painted, paint::Layer& upright) {
  const Order& order = painted.order;
  const bool turned = order.rotation != 0;
  paint::Layer& canvas = turned ? upright : painted.layer;
  resize(canvas, order.width_px, order.height_px);
  paint::Painter::Result result = before ? change_in_place(painter, *before, order.scene, canvas, patience)
                                         : painter.paint(order.scene, canvas, patience);
  painted.abandoned = result.abandoned;
  if (result.abandoned) return;
  if (!result.late.empty()) painted.without_late = without(order.scene, result.late);
  painted.faults = painter.faults();
  painted.replaced = painter.replaced();
  if (turned) {
    for (paint::Area& area : result.damaged) area = paint::rotate(upright, order.rotation, area, painted.layer);
  }
  if (before) painted.damaged = std::move(result.damaged);
}

}  // namespace

void PaintWorker::work() {
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
    interrupt_.clear();
    lock.unlock();
    Painted painted = unpainted(job);
    paint::Patience patience{&interrupt_, {}, painted.in_place};
    if (job.waits == Waits::briefly) patience.time = brief;
    carry_out(painter, job.before, patience, painted, upright);
    lock.lock();
    done_.push_back(std::move(painted));
    painting_ = false;
    finished_.notify_all();
    wake();
  }
  lock.unlock();
  SDL_TLSCleanup();  // frees what SDL keeps for this thread
}

}  // namespace anteroom::platform
