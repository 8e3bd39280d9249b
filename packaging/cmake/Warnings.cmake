# The warnings every target of ours is built with. Linked as an interface so that third-party code is left alone.
add_library(duibiao_warnings INTERFACE)
target_compile_options(duibiao_warnings INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow)
if(DUIBIAO_WARNINGS_AS_ERRORS)
  target_compile_options(duibiao_warnings INTERFACE -Werror)
endif()
# At -O3 g++ 12 sees overlapping copies in std::string and unset members in std::variant where there are none
# (fixed in 13). The development presets keep both warnings; there they are quiet when the code is right.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13 AND CMAKE_BUILD_TYPE STREQUAL "Release")
  target_compile_options(duibiao_warnings INTERFACE -Wno-restrict -Wno-maybe-uninitialized)
endif()
