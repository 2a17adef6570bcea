"""One run of the generator, seen from here: a build, or a preview that builds again whenever a file changes."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from avtaleverk.day import today
from avtaleverk.pipeline import EXPECTED, STAGE, Built, Stopped, build
from avtaleverk.site.finish import Lost, NoPath, finish
from avtaleverk.site.theme import page_context, site_context
from avtaleverk.system_errors import in_norwegian


@dataclass
class Run:
    """What is known from one event of the generator to the next.

    `tell` says what a preview survives; `error` makes the exception that the generator shows without a traceback.
    """

    tell: Callable[[str], object]
    error: Callable[[str], Exception]
    is_preview: bool = False
    built: Built | None = None

    def stage(self, root: Path) -> Path:
        """Run the pipeline, and say where the pages lie. Errors stop a build before the old site is touched, but leave
        the last good pages of a preview standing."""
        try:
            self.built = build(root, today())
        except OSError as error:
            raise self.error(in_norwegian(error)) from None
        except Stopped as stopped:
            if self.built is None:
                raise self.error(f"Siden bygges ikke, fordi innholdet har feil:\n{stopped}") from None
            self.tell(f"Siden står som før, fordi innholdet har feil:\n{stopped}")
        return root / STAGE

    def of_every_page(self) -> dict[str, object]:
        """The variables of every template."""
        assert self.built
        return site_context(self.built, today(), self.is_preview)

    def of_page(self, source: str, address: str | None) -> dict[str, object]:
        """The variables of the template of one page, by the name of its staged file."""
        assert self.built
        return page_context(self.built.pages[source], address)

    def finish(self, root: Path, site: Path, address: str) -> None:
        """Turn what the generator made into a site that can be published; a preview is left as it is."""
        if not self.is_preview:
            try:
                finish(site, (root / STAGE).with_name(EXPECTED), address)
            except (Lost, NoPath) as wrong:
                raise self.error(str(wrong)) from None
            except OSError as error:
                raise self.error(in_norwegian(error)) from None
