namespace MagHopfield.BeforeAndAfter;

/// <summary>Command lines that are run one after the other in one folder, as listed in commands.txt.</summary>
/// <param name="Name">Name, by which `--only` picks it.</param>
/// <param name="Quick">Whether it belongs to `--quick`.</param>
/// <param name="Lines">Lines of shell; one that ends in `&amp;` is a server, which the next line waits for.</param>
/// <param name="StandsFor">Documented commands that the lines are a shorter or filled-in variant of.</param>
/// <param name="TimingsOnly">Why the numbers on standard output are not compared: they are measured times. Null where they are.</param>
public sealed record Entry(string Name, bool Quick, IReadOnlyList<string> Lines, IReadOnlyList<string> StandsFor, string? TimingsOnly)
{
    /// <summary>Names of files that show measured times beside results that others hold: they only have to be there.</summary>
    public IReadOnlyList<string> TimedFiles { get; init; } = [];
}
