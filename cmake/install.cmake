# `cmake --install` puts the program where packaging/debian expects it, and where it finds its own files again: the program
# in bin/, the decoder in libexec/anteroom/, all that it reads in share/anteroom/.
include(GNUInstallDirs)
set(share ${CMAKE_INSTALL_DATADIR}/anteroom)
install(TARGETS anteroom RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(TARGETS anteroom-decode anteroom-pdf RUNTIME DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/anteroom)
install(PROGRAMS packaging/libexec/anteroom-display packaging/libexec/anteroom-defaults
        DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/anteroom)
install(PROGRAMS packaging/libexec/anteroom-setup DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY assets config content packaging/xorg.conf.d DESTINATION ${share})
install(FILES packaging/systemd/anteroom@.service packaging/systemd/anteroom-display.service
              packaging/systemd/anteroom-setup.target
        DESTINATION lib/systemd/system)
install(FILES packaging/anteroom.sysusers DESTINATION lib/sysusers.d RENAME anteroom.conf)
install(FILES packaging/anteroom.tmpfiles DESTINATION lib/tmpfiles.d RENAME anteroom.conf)
install(FILES packaging/completion.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME anteroom)
install(FILES README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY docs DESTINATION ${CMAKE_INSTALL_DOCDIR})
