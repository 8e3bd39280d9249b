# The warnings every target of ours is built with. Linked as an interface so that third-party code is left alone.
add_library(duibiao_warnings INTERFACE)
target_compile_options(duibiao_warnings INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow)
if(DUIBIAO_WARNINGS_AS_ERRORS)
  target_compile_options(duibiao_warnings INTERFACE -Werror)
endif()
