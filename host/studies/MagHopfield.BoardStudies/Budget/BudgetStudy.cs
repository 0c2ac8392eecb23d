using System.Globalization;
using System.Text;
using MagHopfield.Store;

namespace MagHopfield.BoardStudies.Budget;

/// <summary>The error budget of G, predicted and observed on virtual boards, as a study.</summary>
public sealed class BudgetStudy : Study
{
    // A scatter needs two.
    private static readonly StudyParameter<int> Boards = StudyParameter.Whole("boards", "Virtual boards for each source of error.", 50, 2);

    private static readonly StudyParameter<string?> Target =
        StudyParameter.TextOrNone("write", "Write error-budget.md and its picture into this folder.", "DIR");

    /// <inheritdoc/>
    public override string Name => "hardware budget";

    /// <inheritdoc/>
    public override string Summary =>
        "Every contribution to the error of G, predicted and observed on virtual boards; goes on after an interruption.";

    /// <inheritdoc/>
    public override IReadOnlyList<StudyParameter> Parameters => [Boards, Target];

    /// <inheritdoc/>
    public override StudyFolder Folder => new("out/hardware-budget", "Folder for what is done so far.") { IsForPartsOnly = true };

    /// <inheritdoc/>
    public override StudyRecord Run(StudyContext context)
    {
        IProgress<StudyProgress> progress = context.Progress;
        ResultStore store = context.Store;
        double all = BudgetCase.All.Count;
        BudgetRun[] runs =
        [
            .. BudgetCase.All.Select((plan, k) =>
                BudgetRun.Of(
                    plan, context.Of(Boards), store, new ProgressShare(progress, "", k / all, (k + 1) / all), context.Cancellation)),
        ];
        StudyRecord record = new("Error budget of G", [.. runs.Select(Table)]);
        if (context.Of(Target) is not string folder)
            return record;
        return record with
        {
            Files = Files(Path.GetFullPath(folder), runs).ToDictionary(f => f.Path, f => f.Content),
            Sections =
            [
                .. record.Sections,
                new StudyLine(
                    $"Written: {Path.GetFullPath(folder)}/error-budget.md, drawings/error-budget.png and .svg") { On = Outlet.End },
            ],
        };
    }

    /// <summary>Page and picture.</summary>
    /// <param name="folder">Folder of the board.</param>
    /// <param name="runs">Budgets with what was observed of them.</param>
    public static IEnumerable<(string Path, byte[] Content)> Files(string folder, IReadOnlyList<BudgetRun> runs) =>
    [
        (Path.Combine(folder, "error-budget.md"), Encoding.UTF8.GetBytes(BudgetDocument.Write(runs))),
        .. BudgetPlot.Draw(runs).Files(Path.Combine(folder, "drawings", "error-budget")),
    ];

    private static StudyTable Table(BudgetRun run)
    {
        (double edge, double diagonal) = run.Budget.Total;
        return new(
            "", ["error of G, ppm (1σ)", "edges, predicted", "observed", "diagonals, predicted", "observed"],
            [
                .. run.Budget.Contributions.Select(c => run.Of(c.Source) is ObservedError seen
                    ? (Words[])[BudgetDocument.NameOf(c.Source), Ppm(c.Edge), Ppm(seen.Edge), Ppm(c.Diagonal), Ppm(seen.Diagonal)]
                    : [BudgetDocument.NameOf(c.Source), Ppm(c.Edge), "", Ppm(c.Diagonal), ""]),
                ["all together", Ppm(edge), Ppm(run.Total.Edge), Ppm(diagonal), Ppm(run.Total.Diagonal)],
                ["stated by the instrument", "", Ppm(run.Total.StatedEdge), "", Ppm(run.Total.StatedDiagonal)],
            ])
        {
            Title = run.Budget.Case.Name,
        };
    }

    private static string Ppm(double relative) => (Math.Abs(relative) * 1e6).ToString("0.000", CultureInfo.InvariantCulture);
}
