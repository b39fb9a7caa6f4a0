// Draws pictures as the kiosk does, for tests: reads file names, one per line, and answers each with a line
// "MILLISECONDS<tab>FAULT", the fault empty if the picture was drawn. The argument is the time limit in seconds.
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <string>

#include "paint/pictures.h"

using namespace anteroom::paint;

int main(int argc, char** argv) {
  Pictures::Options options;
  if (argc > 1) options.limits.time = std::chrono::seconds(std::atoi(argv[1]));
  Pictures pictures(options);
  std::cout << "ready\n" << std::flush;
  for (std::string file; std::getline(std::cin, file);) {
    const auto began = std::chrono::steady_clock::now();
    const PictureCost cost = pictures.try_out(file, 160, 120);
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - began;
    // Now and then, also ask what an exhibit asks about its picture.
    if (file.find("/7") != std::string::npos) pictures.facts(file, {"a", "b"}, {});
    std::cout << took.count() << "\t" << cost.fault << "\n" << std::flush;
  }
}
