// How parts of a card's picture move, once, when the card has arrived, before the picture rests.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "model/exhibit.h"
#include "model/time.h"

namespace anteroom {

// A movement that begins by itself is over after this (WCAG 2.2, 2.2.2; standards: Time and motion).
inline constexpr Millis longest_motion{4800};

// How a movement runs between two keys.
enum class Ease { in_out, linear, in, out };

// From where a part is revealed.
enum class Edge { left, right, top, bottom };

// Where a part is at a moment, compared with the still picture.
struct MotionPose {
  double x = 0, y = 0;  // moved by, in shares of the picture's width and height
  double turn_deg = 0;  // clockwise, about the track's point
  double scale = 1;     // about that point
  double opacity = 1;   // 0 to 1
  double drawn = 1;     // the share of it that is seen, from the track's edge on
  friend bool operator==(const MotionPose&, const MotionPose&) = default;
};

struct MotionKey {
  Millis at{0};
  MotionPose pose;
  friend bool operator==(const MotionKey&, const MotionKey&) = default;
};

// The movement of one part.
struct MotionTrack {
  double about_x = 0.5, about_y = 0.5;  // what turns and scales keep in place, in shares of the picture
  Ease ease = Ease::in_out;
  Edge from = Edge::left;
  std::vector<MotionKey> keys;  // at least one, by time; the last is at rest
  friend bool operator==(const MotionTrack&, const MotionTrack&) = default;
};

// When the part first leaves the pose of its first key. Requires: the track has a key.
Millis begins_to_move(const MotionTrack& track);

// The pose of a part at the time `at` after the beginning: that of the first key before it, of the last one after it.
// Requires: the track has a key.
MotionPose pose_at(const MotionTrack& track, Millis at);

// Something that is drawn by itself: an element that moves, or what stands between two of them.
struct MotionPart {
  std::string layer;                      // id of the SVG's element; empty: it stands still
  std::string after, before;              // then: what is drawn after the one element and before the other, if any
  Share ink = {0, 0, 1, 1};               // the part of the picture that it draws on
  std::optional<MotionTrack> track = {};  // of one that moves
  friend bool operator==(const MotionPart&, const MotionPart&) = default;
};

// Where a movement waits, while the card is read aloud, until a sentence of its lead begins.
struct MotionCue {
  std::size_t sentence = 0;  // the first is 1
  Millis at{0};
  friend bool operator==(const MotionCue&, const MotionCue&) = default;
};

struct PictureMotion {
  std::vector<MotionPart> parts;     // from back to front: together they are the picture
  Millis length{0};                  // until all are at rest
  std::vector<MotionCue> cues = {};  // by sentence and by time
  friend bool operator==(const PictureMotion&, const PictureMotion&) = default;
};

}  // namespace anteroom
