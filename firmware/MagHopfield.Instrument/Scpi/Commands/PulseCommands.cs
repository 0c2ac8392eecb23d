using MagHopfield.Instrument.Board;
using MagHopfield.Instrument.Chips.Ad5754;
using MagHopfield.Shared;

namespace MagHopfield.Instrument.Scpi.Commands;

/// <summary>SOURce:PULSe and TRAin: pulses on the gold layer (Niu et al., PNAS 2024). No command passes the limits of the pulses.</summary>
internal sealed class PulseCommands
{
    private const double DefaultVolts = 5;
    private const double DefaultSeconds = 200e-6;
    private const double StepsPerSecond = 1e6;
    private const string LimitErrors =
        "-222 amplitude and width together pass the energy limit of a pulse; -240 a chip does not answer, or pulses are locked, by "
        + "what *TST?, DIAGnostic:INITialize or the look before each training has found, until *TST? passes";

    public void AddTo(CommandRows rows)
    {
        PulseLimits limits = rows.Table.Limits;
        if (rows.IsWanted())
        {
            double stepsPerVolt = Ad5754Dac.StepsPerVolt(OutputRange.Bipolar5V);
            double mostSteps = System.Math.Min(System.Math.Floor(limits.Volts * stepsPerVolt), Ad5754Dac.MostSteps);
            rows.AddSetting(
                new ScpiSetting(rows.Table, SettingId.PulseVolts, "[SOURce]:PULSe:AMPLitude",
                    ScpiParameter.Number(
                        "volts", "V", 0.001, limits.Volts, System.Math.Min(DefaultVolts, limits.Volts)), stepsPerVolt, mostSteps),
                "Sets the amplitude of the training pulses, rounded to codes of the DAC (152.6 uV) that both signs have; the signs are the "
                + "pattern's. The "
                + "query answers the voltage that the code gives.",
                "PULS:AMPL 3000 MV;AMPL?", "3.00003051757813");
        }

        if (rows.IsWanted())
        {
            double longest = limits.WidthMicroseconds / 1e6;
            rows.AddSetting(
                new ScpiSetting(rows.Table, SettingId.PulseSeconds, "[SOURce]:PULSe:WIDTh",
                    ScpiParameter.Number(
                        "seconds", "S", 1e-6, longest, System.Math.Min(DefaultSeconds, longest)), StepsPerSecond, limits.WidthMicroseconds),
                "Sets the width of each training pulse, rounded to whole microseconds; the query answers the width that is used.",
                "PULS:WIDT 50 US;WIDT?", "5.0E-5");
        }

        if (rows.IsWanted())
        {
            rows.AddSetting(
                new ScpiSetting(rows.Table, SettingId.PulseCount, "[SOURce]:PULSe:COUNt",
                    ScpiParameter.Integer("count", 1, PulseLimits.HardwareCount, 1)),
                "Sets the number of pulses of a training.", "PULS:COUN 10;COUN?", "10");
        }

        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand("[SOURce]:PULSe:LIMit", "Reads the limits of a pulse.")
            {
                Query = QuerySourcePulseLimit,
                Answer = "amplitude in V, width in s, energy in J at the current limit of the drivers, duty",
                Example = "PULS:LIM?",
                ExampleAnswer = "5,0.01,0.0005,0.1",
            });
        }

        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand("[SOURce]:PULSe:LIMit:CURRent", "Reads what bounds the current of a pulse.")
            {
                Query = QuerySourcePulseLimitCurrent,
                Answer = "limit in A, least resistance of the gold layer in ohm (0 where it is not known), most current in A that the "
                    + "amplitude of now may draw",
                Example = "PULS:LIM:CURR?",
                ExampleAnswer = "0.5,0,0.5",
            });
        }

        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand(
                "TRAin[:PATTern]", "Trains a pattern into the film with the pulses of SOURce:PULSe. What was measured before "
                + "no longer holds.")
            {
                Command = DoTrainPattern,
                Query = QueryTrainPattern,
                Parameters = new ScpiParameter[] { ScpiParameter.Pattern(rows.NodeCount) },
                IsExclusive = true,
                IsOperation = true,
                Answer = "the last pattern trained since start; an empty text before the first",
                Example = "TRA \"+ - + -\";TRA?",
                ExampleAnswer = "\"+ - + -\"",
                Errors = LimitErrors,
            });
        }
    }

    /// <summary>Amplitude in volts.</summary>
    public static double Volts(CommandTable table) => table.Value(SettingId.PulseVolts);

    /// <summary>Width in microseconds.</summary>
    public static int Microseconds(CommandTable table) =>
        (int)System.Math.Floor(table.Value(SettingId.PulseSeconds) * StepsPerSecond + 0.5);

    /// <summary>Errors of a training.</summary>
    public static string Errors => LimitErrors;

    /// <summary>Trains a pattern.</summary>
    public static void Train(ScpiCall call, Pattern pattern)
    {
        ScpiInstrument scpi = call.Scpi;
        double volts = Volts(scpi.Table);
        int microseconds = Microseconds(scpi.Table);
        int count = (int)scpi.Table.Value(SettingId.PulseCount);
        scpi.Instrument.Settings.Limits.CheckTrain(volts, microseconds, count);
        call.Start(OperationBit.Training, () =>
        {
            scpi.LastTrained = null;
            scpi.Instrument.Train(pattern, volts, microseconds, count);
            scpi.LastTrained = pattern;
        }, null);
    }

    /// <summary>Answers with a pattern, or an empty text.</summary>
    public static void Answer(ScpiCall call, Pattern? pattern)
    {
        if (pattern != null)
            call.Answer.Pattern(pattern);
        else
            call.Answer.Text("");
    }

    private void DoTrainPattern(ScpiCall call) => Train(call, call.Pattern(0));

    private void QueryTrainPattern(ScpiCall call) => Answer(call, call.Scpi.LastTrained);

    private void QuerySourcePulseLimit(ScpiCall call)
    {
        PulseLimits present = call.Instrument.Settings.Limits;
        call.Answer.Number(present.Volts);
        call.Answer.Number(present.WidthMicroseconds / 1e6);
        call.Answer.Number(present.Joules);
        call.Answer.Number(present.Duty);
    }

    private void QuerySourcePulseLimitCurrent(ScpiCall call)
    {
        PulseLimits present = call.Instrument.Settings.Limits;
        call.Answer.Number(present.Amperes);
        call.Answer.Number(present.GoldOhms);
        call.Answer.Number(present.LargestAmperes(Volts(call.Scpi.Table)));
    }
}
