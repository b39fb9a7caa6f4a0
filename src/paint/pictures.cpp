#include "paint/pictures.h"

#include <poll.h>

#include <algorithm>
#include <list>
#include <map>
#include <mutex>
#include <utility>

#include "decode/reply.h"
#include "decode/request.h"
#include "paint/decoder_run.h"
#include "paint/drawing_run.h"
#include "paint/picture_facts.h"
#include "paint/picture_file.h"
#include "paint/picture_look.h"
#include "paint/picture_store.h"
#include "paint/picture_versions.h"
#include "paint/poll_timeout.h"
#include "paint/texture_cache.h"

namespace anteroom::paint {
namespace {

using Clock = DrawingRun::Clock;

// Decoders running at once: a kiosk has two cores, and the display needs one of them now and then.
constexpr std::size_t max_runs = 2;

Pictures::Loaded loaded(const Drawn& drawn) {
  return {drawn.texture, {}, drawn.whole, drawn.left_px, drawn.top_px};
}

Pictures::Loaded failed(std::string why) {
  return {nullptr, std::move(why)};
}

// One picture that load_all() does not have yet.
struct Wanted {
  std::size_t at;  // in the list of sources
  Drawing drawing;
};

bool serves(const DrawingRun& run, const std::list<Wanted>& wanted) {
  return std::any_of(wanted.begin(), wanted.end(), [&](const Wanted& each) { return run.makes(each.drawing); });
}

}  // namespace

struct Pictures::Data {
  explicit Data(Options options_of)
      : options(std::move(options_of)),
        program(options.decoder.empty() ? decoder_program() : options.decoder),
        textures(options.cache_bytes),
        store(options.disk),
        // Another version of the decoder may draw differently.
        maker(std::to_string(stamp_of(program.string()).modified_ns) + " "),
        versions(options.limits.file_bytes) {}

  const Options options;
  const std::filesystem::path program;
  TextureCache textures;
  PictureStore store;
  const std::string maker;
  std::mutex one_at_a_time;  // guards what follows
  PictureVersions versions;
  std::map<std::string, std::string> failures;  // of layers, by key: a patient who drags along a timeline does not wait
  std::list<DrawingRun> runs;

  decode::Request request(int width_px, int height_px) const {
    decode::Request request;
    request.width_px = width_px;
    request.height_px = height_px;
    request.cpu_s = static_cast<std::uint64_t>(
        std::max<std::int64_t>(1, std::chrono::ceil<std::chrono::seconds>(options.limits.time).count()));
    request.memory_mb = options.limits.memory_mb;
    return request;
  }

  std::string room_fault(const PictureSource& source) const {
    if (source.width_px <= 0 || source.height_px <= 0) return "has no room: its box is less than a pixel";
    // A part costs as much as the whole picture at its scale.
    const double pixels = static_cast<double>(source.width_px) * source.height_px / source.frame.share_of_width() /
                          source.frame.share_of_height();
    if (pixels <= static_cast<double>(options.limits.pixels)) return {};
    return "is to be drawn at " + std::to_string(source.width_px) + " x " + std::to_string(source.height_px) +
           " pixels, more than a picture may have";
  }

  // From memory or disk; nothing: it has yet to be drawn.
  std::optional<Drawn> find(const Drawing& drawing, const PictureSource& source) {
    const std::string key = drawing.key(), look = look_key(source);
    if (std::optional<Drawn> drawn = textures.find(key + look)) return drawn;
    std::optional<Drawn> drawn = look.empty() ? std::nullopt : textures.find(key);
    if (!drawn) drawn = find_on_disk(key);
    if (!drawn) return {};
    Drawn looked = with_look(*drawn, source);
    textures.keep(key + look, looked);
    return looked;
  }

  std::optional<Drawn> find_on_disk(const std::string& key) {
    const std::optional<std::string> bytes = store.find(maker + key);
    std::optional<decode::Reply> reply = bytes ? decode::reply_from(*bytes) : std::nullopt;
    if (!reply || reply->drawings.size() != 1) return {};
    return drawn_from(std::move(reply->drawings.front()));
  }

  static Drawn drawn_from(decode::Decoded decoded) {
    return {std::make_shared<const Texture>(std::move(decoded.texture)), decoded.whole, decoded.left_px,
            decoded.top_px};
  }

  // The results for `sources`, as far as they are known without drawing; the others go to `wanted`.
  std::vector<Loaded> known_of(const std::vector<PictureSource>& sources, std::list<Wanted>& wanted) {
    std::vector<Loaded> all(sources.size());
    for (std::size_t i = 0; i < sources.size(); ++i) {
      const PictureSource& source = sources[i];
      PictureVersion version{{}, room_fault(source)};
      if (version.fault.empty()) version = versions.of(source.file);
      Drawing drawing{
          std::move(version.content), source.width_px, source.height_px, source.layers, source.frame, source.contrast};
      if (!version.fault.empty()) {
        all[i] = failed(std::move(version.fault));
      } else if (const std::optional<Drawn> drawn = find(drawing, source)) {
        all[i] = loaded(*drawn);
      } else if (const auto failure = failures.find(drawing.key()); failure != failures.end()) {
        all[i] = failed(failure->second);
      } else {
        wanted.push_back({i, std::move(drawing)});
      }
    }
    return all;
  }

  void stop_others(const std::list<Wanted>& wanted) {
    runs.remove_if([&](const DrawingRun& run) { return !serves(run, wanted); });
  }

  // True if one more may be drawn; if necessary, stops one that this caller does not wait for.
  bool make_room(const std::list<Wanted>& wanted) {
    if (runs.size() < max_runs) return true;
    const auto other =
        std::find_if(runs.begin(), runs.end(), [&](const DrawingRun& run) { return !serves(run, wanted); });
    if (other == runs.end()) return false;
    runs.erase(other);
    return true;
  }

  bool is_being_made(const Drawing& drawing) const {
    return std::any_of(runs.begin(), runs.end(), [&](const DrawingRun& run) { return run.makes(drawing); });
  }

  // Starts drawing what is not being drawn yet, as far as more runs are allowed. What can no longer be read gets its
  // fault.
  void start_runs(const std::vector<PictureSource>& sources, std::list<Wanted>& wanted, std::vector<Loaded>& all) {
    for (auto at = wanted.begin(); at != wanted.end();) {
      if (is_being_made(at->drawing)) {
        ++at;
        continue;
      }
      if (!make_room(wanted)) return;
      const PictureBytes picture = read_picture_file(sources[at->at].file, options.limits.file_bytes);
      if (picture.fault.empty() && content_hash(picture.bytes) == at->drawing.content) {
        runs.emplace_back(program, picture, at->drawing.content, request_for(at->drawing, wanted), options.limits.time);
        ++at;
        continue;
      }
      // The file was rewritten at this very moment.
      all[at->at] = failed(picture.fault.empty() ? "is being written" : picture.fault);
      at = wanted.erase(at);
    }
  }

  // Everything wanted of the same picture at the same size, so that it is read only once.
  decode::Request request_for(const Drawing& drawing, const std::list<Wanted>& wanted) const {
    decode::Request all = request(drawing.width_px, drawing.height_px);
    all.frame = drawing.frame;
    all.contrast = drawing.contrast;
    for (const Wanted& each : wanted) {
      const bool same = each.drawing.content == drawing.content && each.drawing.width_px == drawing.width_px &&
                        each.drawing.height_px == drawing.height_px && each.drawing.frame == drawing.frame &&
                        each.drawing.contrast == drawing.contrast;
      const bool listed =
          std::find(all.drawings.begin(), all.drawings.end(), each.drawing.layers) != all.drawings.end();
      if (same && !listed) all.drawings.push_back(each.drawing.layers);
    }
    return all;
  }

  // Takes the results of runs that have ended; false: none has.
  bool take_ended(const std::vector<PictureSource>& sources, std::list<Wanted>& wanted, std::vector<Loaded>& all) {
    bool taken = false;
    for (auto run = runs.begin(); run != runs.end();) {
      if (!run->has_ended()) {
        ++run;
        continue;
      }
      take(*run, sources, wanted, all);
      run = runs.erase(run);
      taken = true;
    }
    return taken;
  }

  void take(DrawingRun& run, const std::vector<PictureSource>& sources, std::list<Wanted>& wanted,
            std::vector<Loaded>& all) {
    decode::Reply reply = run.finish();
    for (std::size_t i = 0; i < reply.drawings.size(); ++i) {
      const Drawing drawing = run.drawing(i);
      const std::string fault = reply.drawings[i].fault;
      Drawn drawn;
      if (fault.empty()) drawn = keep(drawing.key(), std::move(reply.drawings[i]));
      if (!fault.empty() && !drawing.layers.empty()) failures[drawing.key()] = fault;
      for (auto at = wanted.begin(); at != wanted.end();) {
        if (!(at->drawing == drawing)) {
          ++at;
          continue;
        }
        const PictureSource& source = sources[at->at];
        if (fault.empty()) {
          const Drawn looked = with_look(drawn, source);
          textures.keep(drawing.key() + look_key(source), looked);
          all[at->at] = loaded(looked);
        } else {
          all[at->at] = failed(fault);
        }
        at = wanted.erase(at);
      }
    }
  }

  // Keeps the drawing on disk, and in memory if it is small: a picture that is tinted or mirrored would otherwise be in
  // memory twice.
  Drawn keep(const std::string& key, decode::Decoded decoded) {
    constexpr std::size_t small = 256U << 10;
    decode::Reply one;
    one.drawings.push_back(std::move(decoded));
    if (!options.disk.empty()) store.keep(maker + key, to_bytes(one));
    Drawn drawn = drawn_from(std::move(one.drawings.front()));
    if (drawn.texture->bytes() <= small) textures.keep(key, drawn);
    return drawn;
  }

  // When the caller that called load_all() at `called` stops waiting. Requires: some of `wanted` is being drawn.
  Clock::time_point patience_ends(const Patience& patience, Clock::time_point called,
                                  const std::list<Wanted>& wanted) const {
    if (!patience.time) return Clock::time_point::max();
    Clock::time_point last = Clock::time_point::min();
    for (const DrawingRun& run : runs) {
      if (serves(run, wanted)) last = std::max(last, run.began());
    }
    return std::min(last, called) + *patience.time;
  }

  // Waits until a drawing has ended, at most until `until`; false: interrupted.
  bool wait(const Patience& patience, Clock::time_point until) {
    std::vector<pollfd> events;
    for (const DrawingRun& run : runs) {
      events.push_back({run.descriptor(), POLLIN, 0});
      until = std::min(until, run.ends());
    }
    const bool interruptible = patience.interrupt != nullptr && patience.interrupt->descriptor() >= 0;
    if (interruptible) events.push_back({patience.interrupt->descriptor(), POLLIN, 0});
    ::poll(events.data(), events.size(), milliseconds_until(until));
    return !(interruptible && events.back().revents != 0);
  }
};

Pictures::Pictures(Options options) : data_(std::make_unique<Data>(std::move(options))) {}
Pictures::~Pictures() = default;

std::vector<Pictures::Loaded> Pictures::load_all(const std::vector<PictureSource>& sources, const Patience& patience) {
  const std::lock_guard lock(data_->one_at_a_time);
  std::list<Wanted> wanted;
  std::vector<Loaded> all = data_->known_of(sources, wanted);
  if (!patience.keeps_others) data_->stop_others(wanted);
  const Clock::time_point called = Clock::now();
  while (!wanted.empty()) {
    data_->start_runs(sources, wanted, all);
    if (data_->take_ended(sources, wanted, all) || wanted.empty()) continue;
    const Clock::time_point end = data_->patience_ends(patience, called, wanted);
    if (Clock::now() >= end || !data_->wait(patience, end)) break;
  }
  return all;
}

std::vector<Pictures::Loaded> Pictures::known(const std::vector<PictureSource>& sources) {
  const std::lock_guard lock(data_->one_at_a_time);
  std::list<Wanted> wanted;
  return data_->known_of(sources, wanted);
}

void Pictures::pin(std::map<std::string, FileStamp> files) {
  const std::lock_guard lock(data_->one_at_a_time);
  data_->versions.pin(std::move(files));
  data_->failures.clear();
}

Pictures::Loaded Pictures::load(const PictureSource& source) {
  return load_all({source}).front();
}

PictureFacts Pictures::facts(const std::string& file, const std::vector<std::string>& ids, const FactsLimits& limits) {
  const std::lock_guard lock(data_->one_at_a_time);
  const PictureBytes picture = read_picture_file(file, data_->options.limits.file_bytes);
  PictureFacts facts;
  facts.fault = picture.fault;
  if (!facts.fault.empty()) return facts;
  decode::Request request = data_->request(0, 0);
  if (limits.cpu_s) request.cpu_s = std::min(request.cpu_s, *limits.cpu_s);
  request.facts = ids;
  return find_facts({data_->program, data_->store, data_->maker, !data_->options.disk.empty(),
                     data_->options.limits.time, limits.latest},
                    picture.bytes, request);
}

PictureCost Pictures::try_out(const std::string& file, int width_px, int height_px,
                              const std::vector<std::vector<std::string>>& layers) {
  PictureCost cost;
  cost.fault = data_->room_fault({file, width_px, height_px});
  if (!cost.fault.empty()) return cost;
  const PictureBytes picture = read_picture_file(file, data_->options.limits.file_bytes);
  cost.fault = picture.fault;
  if (!cost.fault.empty()) return cost;
  decode::Request request = data_->request(width_px, height_px);
  request.drawings = layers;
  DecoderRun run(data_->program, picture.bytes, request, data_->options.limits.time);
  const decode::Reply reply = run.wait();
  const auto faulty = std::find_if(reply.drawings.begin(), reply.drawings.end(),
                                   [](const decode::Decoded& drawing) { return !drawing.fault.empty(); });
  const decode::Decoded& told = faulty == reply.drawings.end() ? reply.drawings.front() : *faulty;
  cost.fault = told.fault;
  cost.fault_line = told.fault_line;
  cost.remarks = told.remarks;
  cost.seconds = run.cost().cpu_s;
  cost.memory_mb = run.cost().memory_mb;
  return cost;
}

std::size_t Pictures::bytes() const {
  return data_->textures.bytes();
}

}  // namespace anteroom::paint
