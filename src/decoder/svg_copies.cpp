#include "decoder/svg_copies.h"

#include <algorithm>
#include <vector>

namespace anteroom::decoder {
namespace {

// Calls `each` with every child of the node that is drawn, and with what the node uses.
template <typename Each>
void for_each_part(const SvgDocument& document, int node, const Each& each) {
  if (document.is(node, "defs")) return;
  for (int child = document.nodes[static_cast<std::size_t>(node)].first_child; child >= 0;
       child = document.nodes[static_cast<std::size_t>(child)].next) {
    each(static_cast<std::size_t>(child));
  }
  const int used = document.is(node, "use") ? document.target(document.link(node)) : -1;
  if (used >= 0) each(static_cast<std::size_t>(used));
}

}  // namespace

SvgCopies count_copies(const SvgDocument& document, std::uint64_t max) {
  // Each node is opened, then its parts, then closed with their sum. One that is already open would contain itself,
  // which librsvg refuses.
  enum class State : unsigned char { fresh, open, closed };
  std::vector<State> states(document.nodes.size(), State::fresh);
  std::vector<SvgCopies> counts(document.nodes.size());
  std::vector<int> rest{0};
  while (!rest.empty()) {
    const int node = rest.back();
    State& state = states[static_cast<std::size_t>(node)];
    if (state == State::fresh) {
      state = State::open;
      for_each_part(document, node, [&](std::size_t part) {
        if (states[part] == State::fresh) rest.push_back(static_cast<int>(part));
      });
      continue;
    }
    rest.pop_back();
    if (state == State::closed) continue;
    state = State::closed;
    SvgCopies count{1, 0};
    for_each_part(document, node, [&](std::size_t part) {
      if (states[part] != State::closed) return;
      count.elements = std::min(count.elements + counts[part].elements, max + 1);
      count.depth = std::max(count.depth, counts[part].depth);
    });
    ++count.depth;
    counts[static_cast<std::size_t>(node)] = count;
  }
  return counts.front();
}

}  // namespace anteroom::decoder
