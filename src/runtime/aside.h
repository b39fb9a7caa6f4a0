// Work in a thread that nobody has to wait for: reading a file on a network share may take for ever.
#pragma once

#include <chrono>
#include <future>
#include <memory>
#include <optional>
#include <thread>
#include <utility>

namespace anteroom::runtime {

// Runs Work::work() in a thread of its own, and ends it: Work::quit() is called from another thread and makes work()
// return soon. If that takes longer than `patience`, the thread is left to itself, with its Work.
template <typename Work>
class Aside {
 public:
  static constexpr std::chrono::milliseconds patience{300};

  template <typename... Arguments>
  explicit Aside(Arguments&&... arguments) : work_(std::make_shared<Work>(std::forward<Arguments>(arguments)...)) {
    std::promise<void> ends;
    ended_ = ends.get_future();
    thread_ = std::thread([work = work_, ends = std::move(ends)]() mutable {
      work->work();
      ends.set_value();
    });
  }
  ~Aside() {
    work_->quit();
    if (ended_.wait_for(patience) == std::future_status::ready) {
      thread_.join();
    } else {
      thread_.detach();
    }
  }
  Aside(const Aside&) = delete;
  Aside& operator=(const Aside&) = delete;

  Work* operator->() const { return work_.get(); }
  Work& operator*() const { return *work_; }

 private:
  std::shared_ptr<Work> work_;
  std::future<void> ended_;
  std::thread thread_;
};

// The result of `read`, called in a thread of its own; nothing if it takes longer than `time`, and then it goes on by
// itself. Requires: `read` owns what it uses, and does not throw.
template <typename Read>
auto read_within(std::chrono::milliseconds time, Read read) -> std::optional<decltype(read())> {
  std::packaged_task<decltype(read())()> task(std::move(read));
  auto result = task.get_future();
  std::thread thread(std::move(task));
  if (result.wait_for(time) != std::future_status::ready) {
    thread.detach();
    return {};
  }
  thread.join();
  return result.get();
}

}  // namespace anteroom::runtime
