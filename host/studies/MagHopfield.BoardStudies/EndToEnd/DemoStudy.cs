using MagHopfield.BoardStudies.FilmFiles;
using MagHopfield.Film.Learning;
using MagHopfield.Film.Parameters;
using MagHopfield.FilmStudies.Films;
using MagHopfield.Store;
using MagHopfield.Toml;
using MagHopfield.VirtualBoard.Spi;

namespace MagHopfield.BoardStudies.EndToEnd;

/// <summary>The end-to-end experiment as a study.</summary>
public sealed class DemoStudy : Study
{
    private static readonly StudyParameter<string> Film = StudyFilm.Parameter("Film and experiment", FilmParameters.Presets[0]);

    private static readonly StudyParameter<string[]> Train = StudyParameter.Texts(
        "train",
        "Pattern to train, one sign a node, as in \"+ - + -\"; repeat for more. Replaces the experiment's own patterns.",
        "PATTERN");

    private static readonly StudyParameter<string?> Trace = StudyParameter.TextOrNone(
        "trace-spi",
        "File for all SPI traffic: time, chip select, bytes out, bytes in, decoded registers; tab-separated.",
        "FILE",
        decides: false);

    /// <inheritdoc/>
    public override string Name => "demo";

    /// <inheritdoc/>
    public override string Summary =>
        "A film learns a pattern, the instrument measures and recalls it, and is checked against the simulator.";

    /// <inheritdoc/>
    public override IReadOnlyList<StudyParameter> Parameters => [Film, Train, Trace];

    /// <inheritdoc/>
    public override StudyFolder Folder => new("out/demo", "Folder for the report, the pictures and the JSON result.");

    /// <inheritdoc/>
    public override StudyRecord Run(StudyContext context)
    {
        string film = context.Of(Film);
        if (!FilmParameters.Presets.Contains(film) && File.Exists(film))
        {
            foreach (
                Finding finding in Preparation.Of(
                    () => FilmFile.Check(film), context.Cancellation).Where(f => f.Severity == Severity.Warning))
                context.Tell($"{finding.Source}({finding.Line}): warning: {finding.Message}");
        }

        EndToEndParameters parameters = Preparation.Of(() => ParametersOf(film), context.Cancellation).WithPatterns(context.Of(Train));
        string? path = context.Of(Trace);
        using WholeFile? file = path is null ? null : context.OpenFile(path, SpiTrace.Header, "SPI trace");
        EndToEndResult result;
        using (SpiTrace? trace = file is null ? null : new SpiTrace(file.Writer))
            result = new EndToEndExperiment(parameters, context.Progress, trace, context.Cancellation).Run();
        StudyRecord record = EndToEndReport.Of(result);
        context.Cancellation.ThrowIfCancellationRequested();
        file?.Complete();
        return record with
        {
            Sections =
            [
                .. DemoSummary.Of(result).Select(s => s with { On = Outlet.Terminal }), .. record.Sections,
                .. path is null ? Array.Empty<StudySection>() : [new StudyLine($"trace   {Path.GetFullPath(path)}") { On = Outlet.End }],
                new StudyLine(Words.Verdict(result.Passes, "pass", "FAIL"), result.Passes ? "" : ": see the report") { On = Outlet.End },
            ],
        };
    }

    private static EndToEndParameters ParametersOf(string film)
    {
        if (FilmParameters.Presets.Contains(film))
            return EndToEndParameters.Preset(film);

        // A bare word is a mistyped preset rather than a file.
        return Path.HasExtension(film) || film.Contains(Path.DirectorySeparatorChar) || File.Exists(film)
            ? EndToEndParameters.Load(film)
            : throw new ProblemFileException(
                $"--film {film}: there is no such preset or file; "
                + $"{(NearestName.To(film, FilmParameters.Presets) is string near ? $"did you mean '{near}'? " : "")}"
                + $"presets: {string.Join(", ", FilmParameters.Presets)}; a file is named with its extension, as in film.toml.");
    }
}
