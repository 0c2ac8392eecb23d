using System;
using MagHopfield.Instrument.Measure;
using MagHopfield.Shared;
using MagHopfield.Shared.Scpi;

namespace MagHopfield.Instrument.Scpi.Commands;

/// <summary>SENSe, INITiate, FETCh, READ, MEASure: the conductance matrix (SCPI 1999.0, volume 2, chapter 3).</summary>
internal sealed class MeasureCommands
{
    private const string ReadingErrors =
        "-231 readings that cannot be right; -240 a chip does not answer; -221 the board is not initialised; "
        + "-224 too many nodes for SEVen";

    private static readonly string[] Schemes = { "SEVen", "KELVin" };

    // Three periods of FS × 32 clocks at 614.4 kHz; below FS = 8 the noise leaves nothing to measure with.
    private const double StepsPerSecond = 6400;
    private const double Shortest = 8 / StepsPerSecond;
    private const double Longest = 1920 / StepsPerSecond;

    private delegate double[] Result(ConductanceMeasurement measurement);

    public void AddTo(CommandRows rows)
    {
        int nodes = rows.NodeCount;
        if (rows.IsWanted())
        {
            rows.AddSetting(
                new ScpiSetting(
                    rows.Table, SettingId.Scheme, "[SENSe]:SCHeme", ScpiParameter.Choice("scheme", Schemes, DefaultScheme(nodes))),
                "Sets how the film is wired to be measured: by all splits of the nodes in two groups, or by "
                + "one source and one sink at a time, which is the default from 5 nodes on.", "SCH KELV;SCH?", "KELV");
        }

        if (rows.IsWanted())
        {
            rows.AddSetting(
                new ScpiSetting(rows.Table, SettingId.Averages, "[SENSe]:AVERage:COUNt", ScpiParameter.Integer("rounds", 1, 1000, 1)),
                "Sets the number of rounds over all wirings that are averaged.", "AVER:COUN 4;COUN?", "4");
        }

        if (rows.IsWanted())
        {
            double usual = Math.Min(Math.Max(rows.Table.FilterDivider / StepsPerSecond, Shortest), Longest);
            rows.AddSetting(
                new ScpiSetting(rows.Table, SettingId.Aperture, "[SENSe]:APERture",
                    ScpiParameter.Number(
                        "seconds", "S", Shortest, Longest, usual), StepsPerSecond, Math.Floor(Longest * StepsPerSecond + 0.5)),
                "Sets how long the ADC's sinc3 filter takes for one reading, rounded to steps of 156.25 us; the query answers the time "
                + "that is used. Noise "
                + "falls with its root; the next measurement sets up the ADC anew.",
                "APER 10 MS;APER?", "0.01");
        }

        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand("INITiate[:IMMediate]", "Begins to measure the conductance matrix; FETCh takes the result.")
            {
                Command = DoInitiateImmediate,
                IsExclusive = true,
                IsOperation = true,
                Example = "INIT;*OPC?",
                ExampleAnswer = "1",
                Errors = ReadingErrors,
            });
        }

        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand("READ:CONDuctance", "Measures the conductance matrix and answers with it.")
            {
                Query = QueryReadConductance,
                IsExclusive = true,
                IsOperation = true,
                Answer = "N x N values in S, row by row",
                Example = "READ:COND?",
                Errors = ReadingErrors,
            });
        }

        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand(
                "MEASure:CONDuctance", "Sets scheme and rounds (their defaults where left out), measures, and answers with the "
                + "conductance matrix.")
            {
                Query = MeasureAnew,
                QueryParameters = new ScpiParameter[]
                {
                    ScpiParameter.Choice(
                        "scheme", Schemes, DefaultScheme(nodes)).Optional(), ScpiParameter.Integer("rounds", 1, 1000, 1).Optional(),
                },
                IsExclusive = true,
                IsOperation = true,
                Answer = "N x N values in S, row by row",
                Example = "MEAS:COND? SEV,2",
                Errors = ReadingErrors,
            });
        }

        AddFetch(rows, "FETCh:CONDuctance[:MATRix]", "Reads the conductance matrix measured last.", "N x N values in S, row by row",
            "FETC:COND?", m => Matrix(m.Conductance));
        AddFetch(rows, "FETCh:CONDuctance:PAIRs", "Reads the elements of the conductance matrix measured last, each pair once.",
            "N(N - 1)/2 values in S in the order 12, 13, ..., 1N, 23, ...", "FETC:COND:PAIR?", m => m.Conductance.ToPairs());
        AddFetch(rows, "FETCh:CONDuctance:ERRor", "Reads the standard errors of the elements.",
            "N(N - 1)/2 values in S in the order 12, 13, ..., 1N, 23, ...", "FETC:COND:ERR?", m => m.StandardErrors);
        AddFetch(
            rows,
            "FETCh:CONDuctance:UNCertainty",
            "Reads the standard uncertainties of the elements: the errors, and what all repeats share "
            + "(resistors, ranges of the ADC).", "N(N - 1)/2 values in S in the order 12, 13, ..., 1N, 23, ...", "FETC:COND:UNC?",
            m => m.Uncertainties);
        AddFetch(rows, "FETCh:CONDuctance:STATistics", "Reads how good the last measurement is.",
            "largest deviation between the splits, largest deviation from reciprocity, reduced chi square, probe current in A, noise of a "
            + "reading in V, duration in s, number of readings, scheme (0 SEVen, 1 KELVin)", "FETC:COND:STAT?", Statistics);
    }

    /// <summary>Puts the settings where calibration and measurement take them from.</summary>
    public static void Apply(ScpiInstrument scpi)
    {
        CommandTable table = scpi.Table;
        InstrumentSettings settings = scpi.Instrument.Settings;
        settings.Scheme = table.Value(SettingId.Scheme) == 0 ? MeasurementScheme.Seven : MeasurementScheme.Kelvin;
        settings.Averages = (int)table.Value(SettingId.Averages);
        settings.FilterDivider = (int)Math.Floor(table.Value(SettingId.Aperture) * StepsPerSecond + 0.5);
    }

    /// <summary>A matrix as values, row by row.</summary>
    public static double[] Matrix(ConductanceMatrix matrix)
    {
        int n = matrix.NodeCount;
        double[] values = new double[n * n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
                values[i * n + j] = matrix[i, j];
        }

        return values;
    }

    private static int DefaultScheme(int nodes) => InstrumentSettings.UsualScheme(nodes) == MeasurementScheme.Seven ? 0 : 1;

    private static void AddFetch(CommandRows rows, string header, string summary, string answer, string example, Result result)
    {
        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand(header, summary)
            {
                Query = call => call.Answer.Values(result(Last(call.Instrument))),
                IsExclusive = true,
                Answer = answer,
                Example = example,
                Errors = "-230 nothing was measured since the last training",
            });
        }
    }

    private static void Measure(ScpiCall call, ScpiAnswer? answer)
    {
        HopfieldInstrument instrument = call.Instrument;
        Apply(call.Scpi);
        call.Start(OperationBit.Measuring, () => instrument.MeasureConductance(instrument.Settings.Averages), answer);
    }

    private void MeasureAnew(ScpiCall call)
    {
        ScpiSetting scheme = call.Scpi.Table.Setting(SettingId.Scheme);
        ScpiSetting averages = call.Scpi.Table.Setting(SettingId.Averages);
        scheme.Value = call.Count > 0 ? call.Number(0) : scheme.Parameter.Default;
        averages.Value = call.Count > 1 ? call.Number(1) : averages.Parameter.Default;
        Measure(call, AnswerMatrix(call));
    }

    private static ScpiAnswer AnswerMatrix(ScpiCall call)
    {
        HopfieldInstrument instrument = call.Instrument;
        return answer => answer.Values(Matrix(Last(instrument).Conductance));
    }

    private static ConductanceMeasurement Last(HopfieldInstrument instrument) => instrument.LastMeasurement
        ?? throw new ScpiException(ScpiError.StaleData, "nothing was measured since the last training: send INITiate");

    private static double[] Statistics(ConductanceMeasurement m) => new double[]
    {
        m.LargestGroupDeviation,
        m.ReciprocityDeviation,
        m.ReducedChiSquare,
        m.ExcitationAmperes,
        m.NoiseVolts,
        m.DurationMicroseconds / 1e6,
        m.ReadingCount, m.Scheme == MeasurementScheme.Seven ? 0 : 1,
    };

    private void DoInitiateImmediate(ScpiCall call) => Measure(call, null);

    private void QueryReadConductance(ScpiCall call) => Measure(call, AnswerMatrix(call));
}
