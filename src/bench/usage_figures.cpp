#include "bench/usage_figures.h"

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "model/state.h"
#include "runtime/usage_counting.h"

namespace anteroom::bench {

namespace {

class CountedFades {
 public:
  CountedFades(runtime::Runtime& runtime, runtime::ScreenLoop& loop, platform::Window& window,
               const platform::Clock& clock, runtime::UsageCounting& usage)
      : runtime_(runtime), loop_(loop), window_(window), clock_(clock), usage_(usage) {}

  // Fades to the next card. Returns how long its frames took, in milliseconds; `calls`: the calls that count, in
  // microseconds.
  std::vector<double> fade(bool counts, std::vector<double>& calls) {
    const MonoTime end = clock_.now().mono + double_tap + Millis(1);
    while (clock_.now().mono < end) window_.wait(20);
    runtime_.kiosk().act(ShowNext{}, clock_.now());
    std::vector<double> frames;
    for (int turns = 0; turns < max_turns && (turns == 0 || !runtime_.presenter().at_rest()); ++turns) {
      const double began = monotonic_ms();
      const bool is_frame = loop_.advance() && runtime_.presenter().next_frame();
      if (counts) {
        const double before = monotonic_ms();
        usage_.go_on(runtime_.kiosk().state(), runtime_.kiosk().content(), clock_.now());
        constexpr double us_per_ms = 1000;
        calls.push_back((monotonic_ms() - before) * us_per_ms);
      }
      if (is_frame) frames.push_back(monotonic_ms() - began);
      window_.wait(1);
    }
    return frames;
  }

 private:
  runtime::Runtime& runtime_;
  runtime::ScreenLoop& loop_;
  platform::Window& window_;
  const platform::Clock& clock_;
  runtime::UsageCounting& usage_;
};

void set_percentiles(const std::string& name, const std::vector<double>& samples, Figures& figures) {
  figures.set(name + "_p50", percentile(samples, 0.5));
  figures.set(name + "_p99", percentile(samples, 0.99));
}

}  // namespace

bool measure_usage(runtime::Runtime& runtime, runtime::ScreenLoop& loop, platform::Window& window,
                   const platform::Clock& clock, Figures& figures) {
  std::string folder = (std::filesystem::temp_directory_path() / "anteroom-usage-XXXXXX").string();
  if (::mkdtemp(folder.data()) == nullptr) return false;
  const Content& content = runtime.kiosk().content();
  const State& state = runtime.kiosk().state();
  std::string fault;
  {
    constexpr Millis at_once(1);
    runtime::UsageCounting usage(folder, content.settings, at_once);
    CountedFades shown(runtime, loop, window, clock, usage);
    const std::size_t cards = loop_cards(state, content, state.minute).size();
    // Once around the loop in each: what changes with time does so for both.
    constexpr std::array turns{false, true, true, false};
    std::array<std::vector<double>, 2> frames;  // without, with
    std::vector<double> calls, more;
    std::array<std::vector<std::vector<double>>, 2> of_cards{std::vector<std::vector<double>>(cards),
                                                             std::vector<std::vector<double>>(cards)};
    for (const bool counts : turns) {
      for (std::size_t i = 0; i < cards; ++i) {
        const std::vector<double> taken = shown.fade(counts, calls);
        for (std::vector<double>* all : {&frames[counts ? 1 : 0], &of_cards[counts ? 1 : 0][i]}) {
          all->insert(all->end(), taken.begin(), taken.end());
        }
      }
    }
    for (std::size_t i = 0; i < cards; ++i) {
      more.push_back(percentile(of_cards[1][i], 0.5) - percentile(of_cards[0][i], 0.5));
    }
    set_percentiles("plain_frame_ms", frames[0], figures);
    set_percentiles("counted_frame_ms", frames[1], figures);
    figures.set("counted_more_ms_p50", percentile(more, 0.5));
    set_percentiles("count_call_us", calls, figures);
    fault = usage.fault();
  }
  std::error_code error;
  std::filesystem::remove_all(folder, error);
  return fault.empty();
}

}  // namespace anteroom::bench
