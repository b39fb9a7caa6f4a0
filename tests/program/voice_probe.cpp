// The kiosk's voice without a kiosk: lines in, events out. voice_probe SOON ENDS ANSWER START, as milliseconds: between
// two questions to a service that has gone, for an utterance to end whatever its length, for an answer, and for the
// service's start.
// Reads "say ID LANGUAGE VOLUME TEXT", "stop", "threads" and "quit". Writes, each after the monotonic milliseconds,
// "began|ended|lost|back ID", "threads N", "told" once a line was carried out, and at the end "gone MILLISECONDS".
#include <SDL.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <thread>

#include "platform/speech_dispatcher.h"

using namespace anteroom;
using namespace anteroom::platform;

namespace {

const Uint32 line_event = SDL_USEREVENT + 1;

void write_line(const std::string& what) {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  std::cout << std::chrono::duration_cast<Millis>(now).count() << ' ' << what << std::endl;
}

// Reads in its own thread, as the window system would: the loop sleeps until it is woken.
void read_lines() {
  std::string line;
  while (std::getline(std::cin, line) && line != "quit") {
    SDL_Event event{};
    event.type = line_event;
    event.user.data1 = new std::string(line);
    SDL_PushEvent(&event);
  }
  SDL_Event event{};
  event.type = SDL_QUIT;
  SDL_PushEvent(&event);
}

void obey(Voice& voice, const std::string& line) {
  std::istringstream words(line);
  std::string order;
  words >> order;
  if (order == "say") {
    Utterance utterance;
    words >> utterance.id >> utterance.language >> utterance.volume >> std::ws;
    std::getline(words, utterance.text);
    voice.say(utterance);
  } else if (order == "stop") {
    voice.stop();
  } else if (order == "threads") {
    const std::filesystem::directory_iterator tasks("/proc/self/task");
    write_line("threads " + std::to_string(std::distance(begin(tasks), end(tasks))));
  }
  write_line("told");
}

std::string name(VoiceEvent::Kind kind) {
  switch (kind) {
    case VoiceEvent::Kind::began:
      return "began";
    case VoiceEvent::Kind::ended:
      return "ended";
    case VoiceEvent::Kind::lost:
      return "lost";
    case VoiceEvent::Kind::back:
      return "back";
  }
  return "";
}

}  // namespace

int main(int count, char** words) {
  SDL_Init(SDL_INIT_EVENTS);
  SpeechPace pace;
  if (count > 1) pace.soon = Millis(std::atoi(words[1]));
  if (count > 2) pace.ends_within = Millis(std::atoi(words[2]));
  if (count > 3) pace.answer = Millis(std::atoi(words[3]));
  if (count > 4) pace.start = Millis(std::atoi(words[4]));
  std::optional<SpeechDispatcher> voice(pace);
  std::thread reader(read_lines);
  // Only an event wakes this loop, so a missing call of platform/wake.h would be noticed here.
  for (SDL_Event event{}; event.type != SDL_QUIT && SDL_WaitEvent(&event) == 1;) {
    if (event.type == line_event) {
      const std::unique_ptr<std::string> line(static_cast<std::string*>(event.user.data1));
      obey(*voice, *line);
    }
    for (const VoiceEvent& happened : voice->take())
      write_line(name(happened.kind) + ' ' + std::to_string(happened.id));
  }
  const auto begun = std::chrono::steady_clock::now();
  voice.reset();
  const auto taken = std::chrono::duration_cast<Millis>(std::chrono::steady_clock::now() - begun);
  write_line("gone " + std::to_string(taken.count()));
  reader.join();
  SDL_Quit();
}
