using System.Text;
using MagHopfield.Model.Declarations;
using MagHopfield.Model.Output;
using MagHopfield.Model.Problems;

namespace MagHopfield.Model.Files;

/// <summary>The reference page of problem files, made from the declarations that the reader itself reads by.</summary>
public static class ProblemFileReference
{
    private const string Introduction = """
        # Problem files

        A problem file states a micromagnetic problem in TOML, in SI units. `maghopfield check FILE` finds its mistakes before anything runs,
        `maghopfield run FILE --out DIR` runs it, and after Ctrl-C `maghopfield run FILE --out DIR --resume` goes on as if nothing had
        happened: table and fields are the same, bit for bit, thermal noise included. After a kill or a power cut it goes on from the last
        checkpoint (`checkpoint_interval`) to the same bits. A checkpoint is of one build of the program; another build refuses it and names the
        build, with which `MAGHOPFIELD_BUILD` in the environment goes on all the same. Examples are in the folder `examples`.

        The folder then holds `table.tsv` (tab-separated, a header of names and units), `m_final.ovf` and numbered fields (OVF 2.0), a picture
        beside each (PNG and SVG: hue is the in-plane angle, lightness m_z), a plot of the table (`table.png`, `table.svg`), `bibliography.txt`
        (the works behind the models used), `problem.toml` (the file that was run) and `run.json` (version, command, seeds, and
        the whole problem as a file that leaves nothing to defaults, with its SHA-256: read again it gives the same bits).
        `pictures = []` leaves pictures and plot out. While a run goes on, its results grow in `DIR/running`.
        Finished results are replaced by those of the same file, of another problem with `--overwrite` only.

        Exit codes: 0 done, or no mistake found; 1 a relaxing stage ran out of steps, a run became unstable, or a check warned; 2 the file or the
        folder is wrong, or the problem does not fit into memory (`--ignore-memory` tries it all the same); 130 interrupted.

        A step that is too long for the method makes the shortest waves of the mesh grow. `check` names the longest stable step of each method,
        from its stability polynomial along the eigenvalues ω(−α ± i)/(1+α²) of the equation of motion; a run that becomes unstable all the same
        stops, keeps what it has, and says so. It is unstable where m is no number; where the energy rises by over 2 % of the sizes of its parts
        with nothing to bring it (a change of the field may bring µ0 Ms V |ΔH|, heat 3 kT a cell and 50 kT); with a current, where in a step over
        0.1 % of them come from nowhere, that is, not from ∫ −µ0 Ms H·(dm/dt) dV dt; with a current and heat, where the mean of 1 − m·m' over
        neighbours rises by 0.2 on a mesh no coarser than exchange length and wall width; or where, at a fixed step, m turns by a radian in the
        root mean square of a step. Sound runs stay far below: of the examples and of problem 5 at 0.9 times the limit the energy never rises by
        more than rounding, and in a step less than 1e-6 of it comes from nowhere.

        OVF files are read in versions 1 and 2, text and binary, with the odd headers, line ends and byte orders that other programs write; fields
        are matched to the mesh cell by cell, wherever the file's mesh lies in space. A magnetisation (`[initial]`) or an Ms
        (`saturation_magnetisation_file`) with empty cells makes the body: no `[[geometry]]` is needed, and one that is written must agree with it.
        A scalar file (valuedim 1) is a shape for `[[geometry]]` and `[[region]]`.

        With `[gold]` and `[simulation]` of [film files](film-files.md) a problem with `[[electrode]]` and `[transport]` is a film that pulses
        train, for `demo`, the boards and the studies. `run` leaves these sections out, and films leave out the stages: one file may be both.

        This page is made from the program's own declarations of its keys.

        """;

    /// <summary>The page as Markdown.</summary>
    public static string Markdown()
    {
        StringBuilder text = new(Introduction.ReplaceLineEndings("\n"));
        foreach (SectionDeclaration section in ProblemFile.Sections)
            text.Append(section.Markdown(keys: !section.Name.Contains('.')));

        text.Append("\n## Columns of the table\n\n| name | unit | meaning |\n|---|---|---|\n");
        foreach (TableQuantity quantity in TableQuantities.All)
            text.Append($"| `{quantity.Name}` | {quantity.Unit} | {Cell(quantity.Meaning)} |\n");
        return text.ToString().Replace("\n\n\n", "\n\n");
    }

    private static string Cell(string text) => text.Replace("|", "\\|");
}
