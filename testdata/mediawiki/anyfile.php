<?php
// Files that exist whatever their name is: PNG images of 400 x 300 pixels.

class AnyRepoGroup extends RepoGroup {
	public function __construct() {
		parent::__construct( [ 'class' => LocalRepo::class, 'name' => 'local', 'directory' => wfTempDir(), 'url' => '/images', 'hashLevels' => 0,
			'backend' => 'local-backend' ], [], WANObjectCache::newEmpty(), MediaWiki\MediaWikiServices::getInstance()->getMimeAnalyzer() );
	}

	public function findFile( $title, $options = [] ) {
		$title = File::normalizeTitle( $title );
		return $title ? new AnyFile( $title, $this->getLocalRepo() ) : false;
	}

	public function findFiles( array $inputItems, $flags = 0 ) {
		$found = [];
		foreach ( $inputItems as $item ) {
			$file = $this->findFile( is_array( $item ) ? $item['title'] : $item );
			if ( $file ) {
				$found[$file->getName()] = $file;
			}
		}
		return $found;
	}
}

class AnyFile extends File {
	public function exists() {
		return true;
	}

	public function getWidth( $page = 1 ) {
		return 400;
	}

	public function getHeight( $page = 1 ) {
		return 300;
	}

	public function getMimeType() {
		return 'image/png';
	}

	public function getMediaType() {
		return MEDIATYPE_BITMAP;
	}

	public function getHandler() {
		return MediaHandler::getHandler( 'image/png' );
	}

	public function getUrl() {
		return '/images/' . rawurlencode( $this->getName() );
	}

	public function canRender() {
		return true;
	}

	public function mustRender() {
		return false;
	}

	public function transform( $params, $flags = 0 ) {
		$width = $params['width'] ?? 400;
		return new ThumbnailImage( $this, $this->getUrl(), false, [ 'width' => $width, 'height' => (int)( $width * 3 / 4 ) ] );
	}
}
