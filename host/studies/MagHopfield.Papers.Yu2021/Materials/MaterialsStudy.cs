using System.Text.Json.Serialization;
using MagHopfield.Film.Parameters;
using MagHopfield.FilmStudies.Tables;
using MagHopfield.Papers.Yu2021.Maze;
using MagHopfield.Papers.Yu2021.Paper;
using MagHopfield.Shared;

namespace MagHopfield.Papers.Yu2021.Materials;

/// <summary>What the paper discusses: other magnetoresistances, torques, couplings, nodes; and whether our numbers are converged.</summary>
public sealed class MaterialsStudy : MazeStudy
{
    private static readonly StudyParameter<string> Which = StudyParameter.Choice(
        "which", "Cases: those of the paper's discussion, finer meshes and steps, or both.", ["discussion", "finer", "all"], "WORD");

    private static readonly StudyParameter<int> FewMazes = StudyParameter.Whole(
        "mazes", "Number of mazes of each case, each from a seed of its own.", 3, 1);

    /// <summary>Declares it.</summary>
    public MaterialsStudy()
        : base(
            "materials",
            "Training with one thing changed at a time: AMR ratio, ξ, edges, DMI, damping, exchange, voltage, nodes, cells, steps; goes on "
            + "after an interruption.",
            4)
    {
    }

    /// <inheritdoc/>
    public override IReadOnlyList<StudyParameter> Parameters => [base.Parameters[0], FewMazes, FirstSeed, Threads, Which];

    /// <inheritdoc/>
    protected override StudyRecord Run(FilmParameters film, StudyContext context)
    {
        string which = context.Of(Which);
        MazeCase[] cases =
        [
            .. which == "finer" ? [new("as chosen", "", film)] : MazeCase.All(film),
            .. which == "discussion" ? [] : MazeCase.Finer(film),
        ];
        int[] seeds = [.. Enumerable.Range(context.Of(FirstSeed), context.Of(FewMazes))];
        (int, Pattern)[] work = [.. from seed in seeds from p in Yu2021Paper.Patterns select (seed, p.Pattern)];
        List<CaseOutcome> outcomes = [];
        for (int k = 0; k < cases.Length; k++)
        {
            MazeCase one = cases[k];
            double volts = one.Times * Yu2021Paper.Voltage;
            int at = k;
            outcomes.Add(CaseOutcome.Of(
                one,
                TrainedMaze.Train(
                    context.Store,
                    one.Film,
                    work,
                    volts,
                    context.Of(Threads),
                    n => context.Progress.Report(new(
                        $"{one.Group} {one.Name}: {n} of {work.Length}", (at + ((double)n / work.Length)) / cases.Length)),
                    context.Cancellation),
                volts));
        }

        return Of(film, outcomes);
    }

    /// <summary>Makes the report.</summary>
    public static StudyRecord Of(FilmParameters film, IReadOnlyList<CaseOutcome> outcomes) => FilmRecord.Of(
        "Yu 2021: other materials, nodes and meshes",
        Yu2021Paper.Title,
        film,
        [.. Compare(outcomes)],
        page => Body(page, outcomes),
        outcomes.ToArray(),
        MaterialsJson.Default.CaseOutcomeArray);

    private static IEnumerable<StudyComparison> Compare(IReadOnlyList<CaseOutcome> outcomes)
    {
        string untrained = MazeReference.Untrained.Name;
        foreach (CaseOutcome o in outcomes.Where(o => o.Group == "AMR ratio"))
        {
            yield return new(
                "text: works for less optimal materials, of other AMR ratios",
                $"a = {o.Name}: mazes with the trained pattern lowest of the 14 states, G_ref: {untrained}",
                "works",
                $"{o.Lowest[untrained]} of {o.Mazes}",
                o.Lowest[untrained] >= 0.9 * o.Mazes);
        }

        foreach (CaseOutcome o in outcomes.Where(o => o.Group == "coupling"))
        {
            yield return new(
                "text: interfacial DMI has a negative feedback", "change of |G| between nodes of unlike voltage", "falls", Change(o),
                o.Unlike < 0);
            yield return new(
                "text: with a negative feedback resistances are the weights",
                "interfacial DMI: mazes with the trained pattern lowest, by resistances",
                "works",
                $"{o.LowestByResistance} of {o.Mazes}",
                o.LowestByResistance >= 0.9 * o.Mazes);
        }

        foreach (CaseOutcome o in outcomes.Where(o => o.Group == "nodes"))
        {
            yield return new(
                "text: performance depends on the node positions",
                $"{o.Name}: mazes with the trained pattern lowest, G_ref: {untrained}",
                "differs",
                $"{o.Lowest[untrained]} of {o.Mazes}, as chosen {outcomes[0].Lowest[untrained]} of {outcomes[0].Mazes}",
                o.Lowest[untrained] != outcomes[0].Lowest[untrained]);
        }
    }

    private static void Body(HtmlPage page, IReadOnlyList<CaseOutcome> outcomes)
    {
        page.Paragraph(
            "Each line: the chosen film with one thing changed, the same mazes trained with each of the four patterns. Lowest: mazes in "
            + "which the trained pattern is lowest in E' of the 14 states that are not uniform.");
        string[] references = [.. outcomes[0].Lowest.Keys];
        page.Table(
            ["varied", "value", .. references.Select(r => $"lowest, G_ref: {r}"), "lowest, by resistances", "change of |G|, unlike nodes"],
            outcomes.Select(o => (IReadOnlyList<string>)
            [
                o.Group, o.Name, .. references.Select(r => $"{o.Lowest[r]} of {o.Mazes}"), $"{o.LowestByResistance} of {o.Mazes}",
                Change(o),
            ]),
            textColumns: 2);
    }

    private static string Change(CaseOutcome o) => MazeSpread.Text(o.Unlike, o.UnlikeSpread);
}

/// <summary>Its data in JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(CaseOutcome[]))]
internal sealed partial class MaterialsJson : JsonSerializerContext;
