<?php
// The settings of the wiki that the tests ask. What differs from run to run comes
// from the environment:
//
//	TIDYWIKI_WIKI_DATA     the folder of its SQLite databases
//	TIDYWIKI_WIKI_SERVER   the address it is reached at, http://127.0.0.1:8123
//	TIDYWIKI_WIKI_LANGUAGE  the code of its language, en if unset
//	TIDYWIKI_WIKI_PRIVATE  where set, only its users may read
if ( !defined( 'MEDIAWIKI' ) ) {
	exit;
}
$data = getenv( 'TIDYWIKI_WIKI_DATA' );

$wgSitename = 'Wiki of the tests';
$wgServer = getenv( 'TIDYWIKI_WIKI_SERVER' ) ?: 'http://127.0.0.1';
$wgScriptPath = '/w';
$wgArticlePath = '/wiki/$1';
$wgLanguageCode = getenv( 'TIDYWIKI_WIKI_LANGUAGE' ) ?: 'en';
$wgLocaltimezone = 'UTC';
$wgSecretKey = str_repeat( '0', 64 );
$wgUpgradeKey = '0000000000000000';
$wgRightsUrl = 'https://creativecommons.org/licenses/by-sa/4.0/';
$wgRightsText = 'Creative Commons Attribution-ShareAlike 4.0';

$wgDBtype = 'sqlite';
$wgDBname = 'wiki';
$wgSQLiteDataDir = $data;
$wgDBuser = $wgDBpassword = $wgDBserver = '';

// Nothing happens beside what is asked for: no jobs after answers, no caches that
// outlive one, no mail, no other wiki.
$wgJobRunRate = 0;
$wgMainCacheType = $wgParserCacheType = $wgMessageCacheType = CACHE_NONE;
$wgSessionCacheType = CACHE_DB;
$wgLocalisationCacheConf['store'] = 'files';
$wgCacheDirectory = "$data/cache";
$wgEnableEmail = false;
$wgEnableUploads = false;
$wgPingback = false;

$wgGroupPermissions['*']['read'] = !getenv( 'TIDYWIKI_WIKI_PRIVATE' );
$wgGroupPermissions['*']['edit'] = true;
$wgNamespacesWithSubpages[NS_MAIN] = true;

wfLoadExtension( 'Cite' );
wfLoadExtension( 'ParserFunctions' );
$wgPFEnableStringFunctions = true;
wfLoadExtension( 'Scribunto' );
$wgScribuntoDefaultEngine = 'luastandalone';
$wgScribuntoEngineConf['luastandalone']['luaPath'] = '/usr/bin/lua5.1';

// render.php wants every file to exist.
if ( defined( 'TIDYWIKI_RENDER' ) ) {
	$wgHooks['MediaWikiServices'][] = static function ( $services ) {
		$services->redefineService( 'RepoGroup', static function () {
			require_once __DIR__ . '/anyfile.php';
			return new AnyRepoGroup();
		} );
	};
}
