using System.Globalization;
using MagHopfield.Studies;
using MagHopfield.Studies.Records;

namespace MagHopfield.Validation;

/// <summary>The µMAG standard problems, our curves beside published ones, as a study.</summary>
public sealed class ValidateStudy : Study
{
    private const string All = "all";

    private static readonly StudyParameter<string> Problem = StudyParameter.Text(
        "problem", $"Which standard problem: {string.Join(", ", Numbers)}.", All, "N") with
    {
        IsGood = Numbers.Contains,
        Range = $"one of {string.Join(", ", Numbers)}",
    };

    private static readonly StudyParameter<bool> Quick = StudyParameter.Flag(
        "quick", "Coarse meshes and wider tolerances: a first look in under a minute.");

    /// <inheritdoc/>
    public override string Name => "validate";

    /// <inheritdoc/>
    public override string Summary => "Run the µMAG standard problems and compare them with published values.";

    /// <inheritdoc/>
    public override IReadOnlyList<StudyParameter> Parameters => [Problem, Quick];

    /// <inheritdoc/>
    public override StudyFolder Folder => new("out/validate", "Folder for the report and the runs.");

    private static IEnumerable<string> Numbers => StandardProblem.All.Select(Number).Append(All);

    /// <inheritdoc/>
    public override StudyRecord Run(StudyContext context)
    {
        string number = context.Of(Problem);
        StandardProblem[] wanted = [.. StandardProblem.All.Where(p => number == All || Number(p) == number)];
        IProgress<StudyProgress> progress = context.Progress;
        List<ProblemResult> results = [];
        double whole = wanted.Sum(p => p.Cost), done = 0;
        foreach (StandardProblem problem in wanted)
        {
            string name = $"{Number(problem)} {problem.Subject}";
            ValidationContext runs = new(
                Path.Combine(context.Folder, "runs"), context.Of(Quick),
                new ProgressShare(progress, name, done / whole, (done + problem.Cost) / whole), context.Cancellation);
            results.Add(problem.Run(runs));
            done += problem.Cost;
            progress.Report(new(name, done / whole));
        }

        return ValidationReport.Of(results);
    }

    private static string Number(StandardProblem problem) => problem.Number.ToString(CultureInfo.InvariantCulture);
}
