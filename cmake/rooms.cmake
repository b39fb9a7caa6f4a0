# The options with which every target of the project is compiled.
add_library(anteroom_flags INTERFACE)
target_compile_options(anteroom_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual $<$<BOOL:${ANTEROOM_WERROR}>:-Werror>
  -ffp-contract=off)  # the same pixels on machines with and without fused multiply-add
target_include_directories(anteroom_flags INTERFACE ${PROJECT_SOURCE_DIR}/src)
target_link_libraries(anteroom_flags INTERFACE Threads::Threads)
# Hardening, the same in every preset; tests/program/hardening.py reads it from the headers of all executables.
target_compile_options(anteroom_flags INTERFACE -fPIE -fstack-protector-strong -fstack-clash-protection)
if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64|i.86")
  target_compile_options(anteroom_flags INTERFACE -fcf-protection=full)
endif()
if(NOT ANTEROOM_SANITIZE)  # the sanitizers check the same calls themselves
  target_compile_options(anteroom_flags INTERFACE -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2)
endif()
target_link_options(anteroom_flags INTERFACE -pie LINKER:-z,relro,-z,now,-z,noexecstack)
# Where there are tests there are fifty programs to link, for which the usual linker takes a tenth of the build's time.
find_program(ANTEROOM_MOLD mold)
if((BUILD_TESTING OR NOT DEFINED BUILD_TESTING) AND ANTEROOM_MOLD)
  target_link_options(anteroom_flags INTERFACE -fuse-ld=mold)
else()
  # Relative relocations as a bitmap: less to read at start-up.
  target_link_options(anteroom_flags INTERFACE LINKER:-O1,--hash-style=gnu,-z,pack-relative-relocs)
endif()
# Libraries that pkg-config names but nothing uses cost time at every start.
target_link_options(anteroom_flags INTERFACE -Wl,--as-needed)
if(ANTEROOM_SANITIZE)
  # To check each pointer for null and alignment takes a third of the time to compile, and the address sanitizer finds what is
  # null where it is read.
  # g++ 12 falsely warns that std::regex is uninitialised under the sanitizers, which would find real cases.
  target_compile_options(anteroom_flags INTERFACE -fsanitize=address,undefined -fno-sanitize=null,alignment -fno-sanitize-recover=all
                         -fno-omit-frame-pointer -Wno-maybe-uninitialized)
  target_link_options(anteroom_flags INTERFACE -fsanitize=address,undefined)
endif()
if(ANTEROOM_FUZZ)
  target_compile_options(anteroom_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()

# What most sources include is compiled once, for all rooms: half of the time to compile a source is reading its headers.
set(precompiled_headers <algorithm> <array> <chrono> <cmath> <filesystem> <fstream> <functional> <map> <memory> <optional>
    <random> <set> <sstream> <string> <string_view> <variant> <vector>)
# Compilers take a precompiled header only where the macros that it asks for are the same, and SDL's flags define this one.
target_compile_definitions(anteroom_flags INTERFACE _REENTRANT)
# g++ 12 takes what it inlines out of a precompiled header for the project's own, and falsely warns that std::string writes
# beyond its end.
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
  target_compile_options(anteroom_flags INTERFACE -Wno-array-bounds -Wno-restrict -Wno-stringop-overflow
                         -Wno-stringop-overread)
endif()
# anteroom_precompile(<target> <group> [header...]): the first target of a group compiles the headers for all of it, which must
# share their flags.
function(anteroom_precompile target group)
  get_property(owner GLOBAL PROPERTY anteroom_precompiled_${group})
  if(owner)
    target_precompile_headers(${target} REUSE_FROM ${owner})
  else()
    set_property(GLOBAL PROPERTY anteroom_precompiled_${group} ${target})
    target_precompile_headers(${target} PRIVATE ${precompiled_headers} ${ARGN})
  endif()
endfunction()

# anteroom_room(<name> [DEPENDS room...] [LIBRARIES target...]): the library room_<name> from src/<name>/*.cpp.
function(anteroom_room name)
  cmake_parse_arguments(ARG "" "" "DEPENDS;LIBRARIES" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/${name}/*.cpp)
  set(target room_${name})
  list(TRANSFORM ARG_DEPENDS PREPEND room_)
  if(sources)
    add_library(${target} STATIC ${sources})
    target_link_libraries(${target} PUBLIC anteroom_flags ${ARG_DEPENDS} ${ARG_LIBRARIES})
    anteroom_precompile(${target} rooms)
  else()
    add_library(${target} INTERFACE)
    target_link_libraries(${target} INTERFACE anteroom_flags ${ARG_DEPENDS} ${ARG_LIBRARIES})
  endif()
endfunction()
