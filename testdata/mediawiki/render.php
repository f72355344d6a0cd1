<?php
// Renders wikitext as MediaWiki does, without a web server and without saving it:
//
//	php render.php <in >out
//
// A line of the input is {"title": ..., "text": ..., "tables": ...}, one of the output
// {"html": ..., "parsoid": ...}: what MediaWiki's first parser makes of the text, and
// its second, which is slower, of the tables.
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
			$parsoid = $this->parsoid( $title, $page['tables'] );
			echo json_encode( [ 'html' => $html, 'parsoid' => $parsoid ], JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE ), "\n";
		}
	}

	private function parsoid( Title $title, string $text ): string {
		$services = MediaWikiServices::getInstance();
		$parsoid = new Wikimedia\Parsoid\Parsoid( $services->getParsoidSiteConfig(), $services->getParsoidDataAccess() );
		$revision = new MediaWiki\Revision\MutableRevisionRecord( $title );
		$revision->setContent( MediaWiki\Revision\SlotRecord::MAIN, new WikitextContent( $text ) );
		$config = $services->getParsoidPageConfigFactory()->create( $title, null, $revision );
		return $parsoid->wikitext2html( $config, [ 'pageBundle' => false ] );
	}
}

define( 'TIDYWIKI_RENDER', true );
$maintClass = Render::class;
require_once RUN_MAINTENANCE_IF_MAIN;
