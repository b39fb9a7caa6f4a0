#include "bytes/bytes.h"

#include "catch.h"

namespace anteroom::bytes {
namespace {

enum class Side : std::uint8_t { left, right };

std::string message() {
  Writer out;
  out.plain(std::int32_t{-7});
  out.text("Ruhe");
  out.plain(Side::right);
  out.count(3);
  out.items(std::vector<std::uint16_t>{1, 2, 3});
  return out.take();
}

struct Message {
  std::int32_t number = 0;
  std::string text;
  Side side = Side::left;
  std::vector<std::uint16_t> items;
  bool is_whole = false;
};

Message read(std::string_view bytes) {
  Reader in(bytes);
  Message message;
  message.number = in.plain<std::int32_t>();
  message.text = in.text();
  message.side = in.one_of(Side::right);
  message.items = in.items<std::vector<std::uint16_t>>(in.count(sizeof(std::uint16_t)));
  message.is_whole = in.is_done();
  return message;
}

TEST_CASE("what was written is read") {
  const Message read_back = read(message());
  CHECK(read_back.number == -7);
  CHECK(read_back.text == "Ruhe");
  CHECK(read_back.side == Side::right);
  CHECK(read_back.items == std::vector<std::uint16_t>{1, 2, 3});
  CHECK(read_back.is_whole);
}

TEST_CASE("a message cut short anywhere, or with a byte more, is not whole") {
  const std::string whole = message();
  for (std::size_t size = 0; size < whole.size(); ++size) {
    INFO("first " << size << " bytes");
    CHECK_FALSE(read(whole.substr(0, size)).is_whole);
  }
  CHECK_FALSE(read(whole + '\0').is_whole);
}

TEST_CASE("a length or a count beyond what there is takes no memory and fails") {
  for (const std::size_t at : {std::size_t{4}, std::size_t{13}}) {  // the text's length, the number of items
    std::string bytes = message();
    bytes.replace(at, 4, "\xff\xff\xff\xff");
    const Message read_back = read(bytes);
    CHECK_FALSE(read_back.is_whole);
    CHECK(read_back.items.empty());
  }
  Reader in("few");
  CHECK(in.items<std::vector<std::uint64_t>>(~std::uint64_t{0}).empty());
  CHECK(in.failed());
}

TEST_CASE("a value that an enumeration does not have fails") {
  std::string bytes = message();
  bytes[12] = 2;
  CHECK_FALSE(read(bytes).is_whole);
}

}  // namespace
}  // namespace anteroom::bytes
