import path from 'node:path';
import { inRoot } from '../places.mjs';
import { noticesFile } from './third-party-notices.mjs';

/** What users get lets nobody use it as a Node, attach to it, or swap its code. Read back by a test of the packaged app. */
const releaseFuses = {
  runAsNode: false,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  grantFileProtocolExtraPrivileges: false,
  enableCookieEncryption: true,
  onlyLoadAppFromAsar: true,
  enableEmbeddedAsarIntegrityValidation: true,
  loadBrowserProcessSpecificV8Snapshot: false,
};

/** @param {string} file @returns {string} */
const ours = (file) => inRoot('build', 'package', file);

/** @returns {Pick<import('electron-builder').Configuration, 'mac' | 'dmg' | 'win' | 'nsis' | 'linux' | 'deb'>} */
function systems() {
  return {
    mac: {
      target: [{ target: 'dmg', arch: ['universal'] }],
      category: 'public.app-category.entertainment',
      icon: inRoot('build', 'icons', 'earmark.icns'),
      hardenedRuntime: true,
      entitlements: ours('entitlements.mac.plist'),
      entitlementsInherit: ours('entitlements.mac.plist'),
      darkModeSupport: true,
    },
    dmg: { title: '${productName} ${version}' },
    win: {
      target: [{ target: 'nsis', arch: ['x64', 'arm64'] }],
      icon: inRoot('build', 'icons', 'earmark.ico'),
    },
    nsis: {
      oneClick: false,
      perMachine: false,
      allowToChangeInstallationDirectory: true,
      deleteAppDataOnUninstall: false,
      include: ours('installer.nsh'),
    },
    linux: {
      target: ['AppImage', 'deb'],
      executableName: 'earmark',
      icon: inRoot('build', 'icons', 'png'),
      category: 'AudioVideo',
      synopsis: 'Podcast player: listen offline and read along',
      maintainer: 'The Earmark authors',
      desktop: { entry: { Keywords: 'podcast;audio;transcript;feed;', StartupWMClass: 'Earmark' } },
    },
    // The first is what electron-builder recommends by itself; the second tells of headphones that are pulled.
    deb: { packageCategory: 'sound', recommends: ['libappindicator3-1', 'pulseaudio-utils'] },
  };
}

/**
 * How Earmark is packaged for each system.
 * @param {{ electronVersion: string, electronDist: string | null }} runtime `electronDist`: a folder with Electron; null lets electron-builder fetch its own.
 * @returns {import('electron-builder').Configuration}
 */
export function packagingOf({ electronVersion, electronDist }) {
  return {
    appId: 'app.earmark.desktop',
    productName: 'Earmark',
    copyright: 'Copyright © the Earmark authors. GPL-3.0-or-later.',
    directories: { output: inRoot('dist'), buildResources: inRoot('build', 'package') },
    electronVersion,
    ...(electronDist === null ? {} : { electronDist }),
    // Everything is bundled into out/: no package of node_modules is needed at run time.
    files: [
      'out/{main,preload,worker,transfers,books,analyser,aligner,renderer,voices}/**',
      '!**/*.map',
      'package.json',
      '!node_modules/**',
    ],
    extraResources: [
      { from: inRoot('sample'), to: 'sample' },
      { from: inRoot('build', 'icons', 'png', '512x512.png'), to: 'icon.png' },
      { from: inRoot('build', 'icons', 'panel'), to: 'icons' },
      { from: inRoot('LICENSE'), to: 'LICENSE' },
      { from: noticesFile, to: path.basename(noticesFile) },
    ],
    asar: true,
    npmRebuild: false,
    artifactName: '${productName}-${version}-${os}-${arch}.${ext}',
    protocols: [{ name: 'Podcast', schemes: ['podcast', 'feed'] }],
    fileAssociations: [
      {
        ext: 'opml',
        name: 'List of podcasts',
        description: 'List of podcasts (OPML)',
        mimeType: 'text/x-opml+xml',
        role: 'Viewer',
      },
    ],
    electronFuses: releaseFuses,
    publish: null,
    ...systems(),
  };
}
