# What a package contains. Paths follow the data search order of core/settings: ../share/duibiao beside the programs.
install(TARGETS duibiao-cli RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
if(TARGET duibiao)
  install(TARGETS duibiao RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
endif()
install(DIRECTORY checklists templates DESTINATION "${CMAKE_INSTALL_DATADIR}/duibiao"
  FILES_MATCHING PATTERN "*.xml" PATTERN "*.rng")
install(FILES LICENSE README.md README.zh-CN.md DESTINATION "${CMAKE_INSTALL_DOCDIR}")
