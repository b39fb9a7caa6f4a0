#include "runtime/usage_counting.h"

#include <utility>

namespace anteroom::runtime {

UsageCounting::UsageCounting(const std::filesystem::path& state_folder, const Settings& settings,
                             std::chrono::milliseconds delay) {
  if (state_folder.empty()) return;
  recorder_.emplace(
      usage::Store::Options{.file = state_folder / usage::store_name, .keep_days = settings.usage.keep_days}, delay);
}

void UsageCounting::go_on(const State& state, const Content& content, Now now) {
  if (!recorder_) return;
  const usage::Counts counts = observer_.observe(state, content, now);
  if (content.settings.usage.count && !counts.empty()) {
    (*recorder_)->set_keep_days(content.settings.usage.keep_days);
    (*recorder_)->add(counts, std::chrono::floor<std::chrono::days>(now.wall));
  }
  std::string fault = content.settings.usage.count ? (*recorder_)->fault() : std::string();
  if (fault == fault_) return;
  fault_ = std::move(fault);
  has_news_ = true;
}

bool UsageCounting::take_news() {
  return std::exchange(has_news_, false);
}

}  // namespace anteroom::runtime
