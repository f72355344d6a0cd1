<?php
// Renders wikitext as MediaWiki does, without a web server and without saving it:
//
//	php render.php <in >out
//
// A line of the input is {"title": ..., "text": ...}, one of the output {"html": ...}.
// The wiki seems to have every file that a page names, so that images are images.
use MediaWiki\MediaWikiServices;

require_once ( getenv( 'TIDYWIKI_WIKI_ROOT' ) ?: '/usr/share/mediawiki' ) . '/maintenance/Maintenance.php';

class Render extends Maintenance {
	public function execute() {
		$parser = MediaWikiServices::getInstance()->getParserFactory()->create();
		$options = ParserOptions::newFromAnon();
		while ( ( $line = fgets( STDIN ) ) !== false ) {
			$page = json_decode( $line, true );
			$title = Title::newFromText( $page['title'] ) ?? Title::newMainPage();
			$html = $parser->parse( $page['text'], $title, $options )->getText( [ 'enableSectionEditLinks' => false, 'allowTOC' => false ] );
			echo json_encode( [ 'html' => $html ], JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE ), "\n";
		}
	}
}

define( 'TIDYWIKI_RENDER', true );
$maintClass = Render::class;
require_once RUN_MAINTENANCE_IF_MAIN;
