using MagHopfield.Shared;

namespace MagHopfield.Instrument.Scpi.Commands;

/// <summary>RECall: Niu et al., PNAS 2024, "Inference process for associative memory".</summary>
internal sealed class RecallCommands
{
    private const int Film = 1;

    private static readonly string[] Modes = { "ASYNchronous", "SYNChronous", "STEepest" };
    private static readonly string[] Sources = { "WEIGhts", "FILM" };

    private readonly ScpiSetting _mode;
    private readonly ScpiSetting _source;
    private readonly ScpiSetting _xi;
    private readonly ScpiSetting _display;
    private readonly ScpiSetting _seed;

    public RecallCommands(CommandTable table)
    {
        _mode = table.AddSetting("RECall:MODE", "Sets the order in which nodes are renewed: one at random, all at once, or always the one that lowers "
            + "the energy most.", ScpiParameter.Choice("mode", Modes, 0), "REC:MODE STE;MODE?", "STE");
        _source = table.AddSetting("RECall:SOURce", "Sets where local fields come from: the weights of the last measurement, or currents measured on "
            + "the film for every field.", ScpiParameter.Choice("source", Sources, 0), "REC:SOUR FILM;SOUR?", "FILM");
        _xi = table.AddSetting("RECall:XI", "Sets xi of I - xi I_ref for recall from currents: 1 for a reference in the middle of the range, 0.98 in "
            + "the paper for a saturated film.", ScpiParameter.Number("xi", "", 0.01, 2, 1), "REC:XI 0.98;XI?", "0.98");
        _seed = table.AddSetting("RECall:SEED", "Sets the seed of the random order.", ScpiParameter.Integer("seed", 0, 2147483647, 1),
            "REC:SEED 7;SEED?", "7");
        _display = table.AddSetting("RECall:DISPlay", "Sets whether the pattern in which a recall ends is shown on the LEDs.",
            ScpiParameter.Boolean("display", false), "REC:DISP ON;DISP?", "1");
        table.Add(new ScpiCommand("RECall[:PATTern]", "Recalls a pattern from a distorted one.")
        {
            Query = Recall,
            QueryParameters = new ScpiParameter[] { ScpiParameter.Pattern(table.NodeCount) },
            IsExclusive = true,
            IsOperation = true,
            Answer = "the pattern it ended in, number of updates, 1 where it is stable, 1 where it alternates between two states (SYNChronous)",
            Example = "CALC:WEIG:PAIR -0.003,0.003,-0.0012,-0.0012,0.003,-0.003;:REC:MODE STE;:REC? \"+ - + +\"",
            ExampleAnswer = table.NodeCount == 4 ? "\"+ - + -\",2,1,0" : "",
            Errors = "-221 no weights, or no reference; -231 readings that cannot be right (FILM); -240 a chip does not answer (FILM)",
        });
    }

    private static void Recall(ScpiCall call)
    {
        RecallCommands settings = call.Scpi.Table.Recall;
        HopfieldInstrument instrument = call.Instrument;
        Pattern start = call.Pattern(0);
        RecallMode mode = settings._mode.Integer == 0 ? RecallMode.Asynchronous
            : settings._mode.Integer == 1 ? RecallMode.Synchronous : RecallMode.SteepestDescent;
        int seed = settings._seed.Integer;
        bool onFilm = settings._source.Integer == Film;
        double xi = settings._xi.Value;
        bool isShown = settings._display.Value > 0;
        RecallResult? result = null;
        call.Scpi.Table.Sense.Apply(instrument);
        call.Start(
            OperationBit.Recalling,
            () =>
            {
                result = onFilm ? instrument.RecallOnFilm(start, mode, seed, xi) : instrument.Recall(start, mode, seed);
                if (isShown)
                {
                    instrument.Show(result.State);
                    call.Scpi.LastShown = result.State;
                }
            },
            answer =>
            {
                answer.Pattern(result!.State);
                answer.Integer(result.Iterations);
                answer.Boolean(result.IsStable);
                answer.Boolean(result.IsCycle);
            });
    }
}
