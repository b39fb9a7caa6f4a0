// How long load_all() waits for pictures that are still being drawn, and which ones it stops.
#include <atomic>
#include <thread>

#include "catch.h"
#include "paint/gated_picture.h"

using namespace anteroom::paint;
using std::chrono::milliseconds;

namespace {

constexpr std::uint32_t yellow = 0xFFFFFF00;

struct Drawer {
  TempFolder folder;
  Interrupt interrupt;
  Pictures pictures{GatedPicture::options()};

  GatedPicture picture(const std::string& name) const { return {folder, name, yellow}; }
  std::vector<Pictures::Loaded> load(const std::vector<const GatedPicture*>& wanted, milliseconds time,
                                     bool keeps_others = false) {
    std::vector<PictureSource> sources;
    for (const GatedPicture* each : wanted) sources.push_back({each->file(), 8, 8});
    return pictures.load_all(sources, {&interrupt, time, keeps_others});
  }
  bool waits_for(const GatedPicture& picture, milliseconds time = milliseconds(0), bool keeps_others = false) {
    return load({&picture}, time, keeps_others).front().waits();
  }
};

constexpr milliseconds at_once{0}, long_enough{60'000};

}  // namespace

TEST_CASE("a late picture continues to be drawn and is there later") {
  Drawer drawer;
  const GatedPicture slow = drawer.picture("slow");
  CHECK(drawer.waits_for(slow));
  slow.open();
  const auto loaded = drawer.load({&slow}, long_enough).front();
  REQUIRE(loaded.texture);
  CHECK(loaded.texture->pixels.front() == yellow);
  CHECK(slow.runs().size() == 1);
}

TEST_CASE("what has been waited for once is not waited for again") {
  Drawer drawer;
  const GatedPicture slow = drawer.picture("slow");
  constexpr milliseconds brief{200};
  constexpr int times = 20;
  const auto began = std::chrono::steady_clock::now();
  CHECK(drawer.waits_for(slow, brief));
  CHECK(std::chrono::steady_clock::now() - began >= brief);
  for (int i = 0; i < times; ++i) CHECK(drawer.waits_for(slow, brief));
  CHECK(std::chrono::steady_clock::now() - began < times * brief);
}

TEST_CASE("a new quick picture is waited for beside a slow one") {
  Drawer drawer;
  const GatedPicture slow = drawer.picture("slow"), quick = drawer.picture("quick");
  CHECK(drawer.waits_for(slow, milliseconds(20)));
  quick.open();
  const auto loaded = drawer.load({&slow, &quick}, milliseconds(5'000));  // for the quick one, which is begun here
  CHECK(loaded[0].waits());
  CHECK(loaded[1].texture);
}

TEST_CASE("an interrupt ends the wait but no drawing") {
  Drawer drawer;
  const GatedPicture slow = drawer.picture("slow");
  SECTION("raised before") {
    drawer.interrupt.raise();
  }
  std::thread other;
  SECTION("raised meanwhile") {
    other = std::thread([&] {
      slow.wait_for_run();
      drawer.interrupt.raise();
    });
  }
  CHECK(drawer.waits_for(slow, std::chrono::hours(1)));
  if (other.joinable()) other.join();
  drawer.interrupt.clear();
  slow.open();
  CHECK_FALSE(drawer.waits_for(slow, long_enough));
  CHECK(slow.runs().size() == 1);
}

TEST_CASE("a drawing that is no longer requested is stopped unless it is kept") {
  Drawer drawer;
  const GatedPicture one = drawer.picture("one"), other = drawer.picture("other");
  CHECK(drawer.waits_for(one));
  one.wait_for_run();
  CHECK(drawer.waits_for(other, at_once, true));
  CHECK(one.is_being_drawn());
  other.wait_for_run();
  CHECK(drawer.waits_for(other));
  CHECK_FALSE(one.is_being_drawn());
  CHECK(other.is_being_drawn());
  drawer.load({}, at_once);
  CHECK_FALSE(other.is_being_drawn());
  CHECK(drawer.waits_for(one));  // begun once more
  one.wait_for_run(2);
}

TEST_CASE("a drawing that is kept gives up its slot to one that is waited for") {
  Drawer drawer;
  const GatedPicture one = drawer.picture("one"), two = drawer.picture("two"), quick = drawer.picture("quick");
  quick.open();
  for (const auto& each : drawer.load({&one, &two}, at_once)) CHECK(each.waits());
  one.wait_for_run();
  two.wait_for_run();
  CHECK_FALSE(drawer.waits_for(quick, long_enough, true));
  CHECK(one.is_being_drawn() + two.is_being_drawn() == 1);
}

TEST_CASE("many pictures arrive one after another and each is drawn once") {
  Drawer drawer;
  std::vector<GatedPicture> all;
  std::vector<const GatedPicture*> wanted;
  for (int i = 0; i < 7; ++i) all.push_back(drawer.picture(std::to_string(i)));
  for (const GatedPicture& each : all) wanted.push_back(&each);
  for (const auto& each : drawer.load(wanted, at_once)) CHECK(each.waits());
  for (const GatedPicture& each : all) each.open();
  for (const auto& each : drawer.load(wanted, long_enough)) CHECK(each.texture);
  for (const GatedPicture& each : all) CHECK(each.runs().size() == 1);
}
