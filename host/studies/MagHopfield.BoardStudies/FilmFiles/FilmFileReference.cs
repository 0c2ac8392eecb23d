using System.Text;
using MagHopfield.Film.Parameters;
using MagHopfield.Toml;

namespace MagHopfield.BoardStudies.FilmFiles;

/// <summary>The reference page of film files, made from the declarations that the readers themselves read by.</summary>
public static class FilmFileReference
{
    private const string Introduction = """
        # Film files

        A film file states a film under its gold layer, and perhaps the experiment with it, in TOML and in SI units. `maghopfield check FILE` finds its
        mistakes before anything runs; `demo`, `gates`, `paper niu2024` and the boards take it by `--film FILE`. With `preset = "NAME"` at the top everything
        that the file does not write is taken from that built-in film; `maghopfield preset NAME` prints one whole, to start from. Built in are
        PRESETS.

        ```toml
        preset = "niu2024"

        [magnetism]
        exchange_stiffness = 1.05e-11  # J/m

        [[training]]
        pattern = "+ - - +"
        ```

        `[[training]]`, `[measurement]` and `[board]` are read by the commands that train, measure and have a board; `paper` and `gates` take files without them.

        Regions, energy terms and torques have the sections of [problem files](problem-files.md), and the same keys: here they stand
        between `[magnetism]`, which is what those call `[material]`, and `[transport]`, and a pulse with what follows it is what those
        call a stage of kind run. Lengths of a `[[region]]` are from the centre of the film's box. `[field]` is a constant field that is
        always on. Currents of torques flow as long as the terminals have different voltages: the densities that the file states are
        those at 1 V between the two terminals that are furthest apart in voltage, and are proportional to that voltage, whatever its
        sign; on a pulse's edges they rise and fall with it. An `[[anisotropy]]` adds to `hard_axis_anisotropy`, which is 0 beside one
        if neither the file nor a preset gives it. `[demagnetisation]`, `[thermal]`, `[grains]` and `[friction]` say what keys of
        `[magnetism]` say, `[initial]` what `initial_state` does; a file has one of both.

        A [problem file](problem-files.md) with `[[electrode]]`, `[transport]` and a film of one layer is a film file, too, wherever one is asked
        for, where it has `[gold]` and `[simulation]` besides, and `[[training]]`, `[measurement]` and `[board]` as a film file may. Its `title` is
        the film's name, the `seed` of its `[thermal]` that of the tilt before each pulse; `precision`, `[solver]`, `[[stage]]` and `[output]` are
        what a run does with the magnet, and a film leaves them out, as `run` leaves out what only films have: one file may be both, and
        `check` reads it as both. `[[drive]]` is refused beside `[gold]`, which has the film's current; without gold pulses take its place. Lengths
        of its shapes are from the middle of the mesh, with `origin = "corner"` from its lower-left corner as here.

        A film file is thus a problem document with other names for the common case: `[film]` is `[mesh]` and `[[geometry]]`, `[magnetism]` is
        `[material]` with keys for `[grains]`, `[friction]`, `[thermal]`, `[demagnetisation]` and `[initial]`. Results keep their film as
        `film.toml`, which is the problem document of it: no preset, every key, numbers that read back to the same bits.

        This page is made from the program's own declarations of its keys.

        """;

    /// <summary>The page as Markdown.</summary>
    public static string Markdown()
    {
        StringBuilder text = new(
            Introduction.ReplaceLineEndings("\n").Replace("PRESETS", string.Join(", ", FilmParameters.Presets.Select(p => $"`{p}`"))));
        foreach (SectionDeclaration section in EndToEndParameters.Sections)
            text.Append(section.Markdown());
        return text.ToString().Replace("\n\n\n", "\n\n");
    }
}
