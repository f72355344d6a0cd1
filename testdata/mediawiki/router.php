<?php
// Serves MediaWiki with the addresses most wikis have, from PHP's own web server:
//
//	/w/api.php, /w/index.php, /w/rest.php   its scripts
//	/wiki/Rivers                            its pages
$root = getenv( 'TIDYWIKI_WIKI_ROOT' ) ?: '/usr/share/mediawiki';
$path = parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH );
$script = 'index.php';
if ( preg_match( '#^/w/(api|index|rest)\.php(/|$)#', $path, $m ) ) {
	$script = "$m[1].php";
} elseif ( !str_starts_with( $path, '/wiki/' ) && $path !== '/' ) {
	http_response_code( 404 );
	echo 'nothing here';
	return true;
}
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = "/w/$script";
$_SERVER['SCRIPT_FILENAME'] = "$root/$script";
chdir( $root );
require "$root/$script";
return true;
