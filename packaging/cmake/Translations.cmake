# Compiles assets/i18n/*.po into build/i18n/<language>.mo (one language may be spread over several .po files).
find_program(MSGFMT msgfmt REQUIRED)
find_program(MSGCAT msgcat REQUIRED)
function(duibiao_translations language)
  set(sources)
  foreach(po IN LISTS ARGN)
    list(APPEND sources "${CMAKE_SOURCE_DIR}/assets/i18n/${po}")
  endforeach()
  set(mo "${CMAKE_BINARY_DIR}/i18n/${language}.mo")
  add_custom_command(OUTPUT "${mo}"
    COMMAND "${CMAKE_COMMAND}" -E make_directory "${CMAKE_BINARY_DIR}/i18n"
    COMMAND "${MSGCAT}" --use-first -o "${CMAKE_BINARY_DIR}/i18n/${language}.po" ${sources}
    COMMAND "${MSGFMT}" --check-format -o "${mo}" "${CMAKE_BINARY_DIR}/i18n/${language}.po"
    DEPENDS ${sources} VERBATIM)
  add_custom_target(translations_${language} ALL DEPENDS "${mo}")
  install(FILES "${mo}" DESTINATION "${CMAKE_INSTALL_DATADIR}/duibiao/i18n")
endfunction()
