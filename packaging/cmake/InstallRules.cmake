# What a package contains. Paths follow the data search order of core/settings: ../share/duibiao beside the programs.
install(TARGETS duibiao-cli RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
if(TARGET duibiao)
  install(TARGETS duibiao RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
endif()
install(DIRECTORY checklists templates DESTINATION "${CMAKE_INSTALL_DATADIR}/duibiao"
  FILES_MATCHING PATTERN "*.xml" PATTERN "*.rng")
install(FILES LICENSE README.md README.zh-CN.md DESTINATION "${CMAKE_INSTALL_DOCDIR}")

set(CPACK_PACKAGE_NAME duibiao)
set(CPACK_PACKAGE_VENDOR "Duibiao")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_RESOURCE_FILE_LICENSE "${CMAKE_SOURCE_DIR}/LICENSE")
set(CPACK_GENERATOR TGZ)
set(CPACK_STRIP_FILES ON)
include(CPack)
