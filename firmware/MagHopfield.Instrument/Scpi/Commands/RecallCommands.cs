using MagHopfield.Shared;

namespace MagHopfield.Instrument.Scpi.Commands;

/// <summary>RECall: Niu et al., PNAS 2024, "Inference process for associative memory".</summary>
internal sealed class RecallCommands
{
    private const int Film = 1;

    private static readonly string[] Modes = { "ASYNchronous", "SYNChronous", "STEepest" };
    private static readonly string[] Sources = { "WEIGhts", "FILM" };

    public void AddTo(CommandRows rows)
    {
        if (rows.IsWanted())
        {
            rows.AddSetting(
                new ScpiSetting(rows.Table, SettingId.RecallMode, "RECall:MODE", ScpiParameter.Choice("mode", Modes, 0)),
                "Sets the order in which nodes are renewed: one at random, all at once, or always the one that lowers "
                + "the energy most.", "REC:MODE STE;MODE?", "STE");
        }

        if (rows.IsWanted())
        {
            rows.AddSetting(
                new ScpiSetting(rows.Table, SettingId.RecallSource, "RECall:SOURce", ScpiParameter.Choice("source", Sources, 0)),
                "Sets where local fields come from: the weights of the last measurement, or currents measured on "
                + "the film for every field.", "REC:SOUR FILM;SOUR?", "FILM");
        }

        if (rows.IsWanted())
        {
            rows.AddSetting(
                new ScpiSetting(rows.Table, SettingId.RecallXi, "RECall:XI", ScpiParameter.Number("xi", "", 0.01, 2, 1)),
                "Sets xi of I - xi I_ref for recall from currents: 1 for a reference in the middle of the range, 0.98 in "
                + "the paper for a saturated film.", "REC:XI 0.98;XI?", "0.98");
        }

        if (rows.IsWanted())
        {
            rows.AddSetting(
                new ScpiSetting(rows.Table, SettingId.RecallSeed, "RECall:SEED", ScpiParameter.Integer("seed", 0, 2147483647, 1)),
                "Sets the seed of the random order.", "REC:SEED 7;SEED?", "7");
        }

        if (rows.IsWanted())
        {
            rows.AddSetting(
                new ScpiSetting(rows.Table, SettingId.RecallDisplay, "RECall:DISPlay", ScpiParameter.Boolean("display", false)),
                "Sets whether the pattern in which a recall ends is shown on the LEDs.", "REC:DISP ON;DISP?", "1");
        }

        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand("RECall[:PATTern]", "Recalls a pattern from a distorted one.")
            {
                Query = Recall,
                QueryParameters = new ScpiParameter[] { ScpiParameter.Pattern(rows.NodeCount) },
                IsExclusive = true,
                IsOperation = true,
                Answer = "the pattern it ended in, number of updates, 1 where it is stable, 1 where it alternates between two states "
                    + "(SYNChronous)",
                Example = "CALC:WEIG:PAIR -0.003,0.003,-0.0012,-0.0012,0.003,-0.003;:REC:MODE STE;:REC? \"+ - + +\"",
                ExampleAnswer = rows.NodeCount == 4 ? "\"+ - + -\",2,1,0" : "",
                Errors = "-221 no weights, or no reference; -231 readings that cannot be right (FILM); -240 a chip does not answer (FILM)",
            });
        }
    }

    private void Recall(ScpiCall call)
    {
        CommandTable settings = call.Scpi.Table;
        HopfieldInstrument instrument = call.Instrument;
        Pattern start = call.Pattern(0);
        double order = settings.Value(SettingId.RecallMode);
        RecallMode mode = order == 0 ? RecallMode.Asynchronous
            : order == 1 ? RecallMode.Synchronous : RecallMode.SteepestDescent;
        int seed = (int)settings.Value(SettingId.RecallSeed);
        bool onFilm = settings.Value(SettingId.RecallSource) == Film;
        double xi = settings.Value(SettingId.RecallXi);
        bool isShown = settings.Value(SettingId.RecallDisplay) > 0;
        RecallResult? result = null;
        MeasureCommands.Apply(call.Scpi);
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
