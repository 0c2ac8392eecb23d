using System.Globalization;
using System.Text;
using MagHopfield.Film.Learning;
using MagHopfield.Micromagnetics.Io;

namespace MagHopfield.Papers.Niu2024.Letters.Search;

/// <summary>The search for film, protocol and reference of the letters, as a study.</summary>
public sealed class LetterSearchStudy : Study
{
    private const string TableFile = "search.tsv";
    private static readonly StudyParameter<int> Threads = StudyParameter.Threads("Trainings at the same time.");

    /// <inheritdoc/>
    public override string Name => "paper niu2024 letters-search";

    /// <inheritdoc/>
    public override string Summary =>
        "Search film, protocol and reference of 35 nodes on letters of its own; goes on after an interruption.";

    /// <inheritdoc/>
    public override IReadOnlyList<StudyParameter> Parameters => [Threads];

    /// <inheritdoc/>
    public override StudyFolder Folder =>
        new("out/niu2024/letters-search", "Folder for results, and for what is done so far.") { IsForPartsOnly = true };

    /// <inheritdoc/>
    public override StudyRecord Run(StudyContext context)
    {
        var protocols = Preparation.Of(LetterSearch.Protocols, context.Cancellation);
        IReadOnlyList<SearchRow> rows = LetterSearch.Run(
            context.Store, context.Of(Threads), protocols, context.Progress, context.Cancellation);
        StudyTable best = new(
            "",
            [
                "K", "padding", "pad", "lead", "V", "ns", "order", "weights", "similarity", "exact", "no recall", "films",
            ], [.. rows.Take(20).Select(Row)])
        {
            TextColumns = 12,
        };
        return new("Search of film, protocol and reference of the letters", [best])
        {
            Files = new Dictionary<string, byte[]> { [TableFile] = Encoding.UTF8.GetBytes(LetterSearch.Table(rows)) },
            Told = [new("all rows", TableFile)],
        };
    }

    private static Words[] Row(SearchRow r) =>
    [
        Text(r.Film.HardAxis, "0"), Text(r.Film.Padding, "0.00"), Text(r.Film.PadSize, "0.00"), Text(r.Film.LeadResistance, "0"),
        Text(r.Protocol.Voltage, "0.0000"), Text(r.Protocol.PulseTime * 1e9, "0"), r.Protocol.Order.ToString(), r.Recipe.Name,
        Text(r.Similarity, "0.000"), Text(r.ExactRecall, "0.000"), Text(r.NoRecall, "0.000"), Text(r.Films, "0"),
    ];

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
