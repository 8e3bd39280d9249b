# Compiles assets/i18n/<po> into i18n/<language>.mo beside the programs, where they look for data first.
find_program(MSGFMT msgfmt REQUIRED)
function(duibiao_translation language po)
  set(source "${CMAKE_SOURCE_DIR}/assets/i18n/${po}")
  set(mo "${CMAKE_RUNTIME_OUTPUT_DIRECTORY}/i18n/${language}.mo")
  add_custom_command(OUTPUT "${mo}"
    COMMAND "${CMAKE_COMMAND}" -E make_directory "${CMAKE_RUNTIME_OUTPUT_DIRECTORY}/i18n"
    COMMAND "${MSGFMT}" --check-format -o "${mo}" "${source}"
    DEPENDS "${source}" VERBATIM)
  add_custom_target(translation_${language} ALL DEPENDS "${mo}")
  install(FILES "${mo}" DESTINATION "${CMAKE_INSTALL_DATADIR}/duibiao/i18n")
endfunction()
