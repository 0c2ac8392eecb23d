using System;
using MagHopfield.Instrument.Measure;
using MagHopfield.Shared;
using MagHopfield.Shared.Scpi;

namespace MagHopfield.Instrument.Scpi.Commands;

/// <summary>CALibration: the reference of the weights, dated.</summary>
internal static class CalibrationCommands
{
    private const string Empty = "-230 the reference is empty";

    public static void AddTo(CommandTable table)
    {
        int pairs = table.NodeCount * (table.NodeCount - 1) / 2;
        table.Add(new ScpiCommand("CALibration:REFerence", "Trains every pattern that the film can learn, one pulse of SOURce:PULSe each, measures "
            + "after each, and makes the reference (G_min + G_max)/2 anew. For up to 16 nodes.")
        {
            Command = Calibrate,
            IsExclusive = true,
            IsOperation = true,
            Example = "CAL:REF;*OPC?",
            ExampleAnswer = "1",
            Errors = PulseCommands.Errors + "; -231 readings that cannot be right; the old reference stays",
        });
        table.Add(new ScpiCommand("CALibration:REFerence:INCLude", "Widens the range of the reference by the matrix measured last.")
        {
            Command = call =>
            {
                ConductanceMeasurement last = call.Instrument.LastMeasurement
                    ?? throw new ScpiException(ScpiError.StaleData, "nothing was measured since the last training");
                call.Instrument.IncludeInReference(last.Conductance);
                call.Scpi.ReferenceDate = call.Scpi.Clock.UnixSeconds;
            },
            IsExclusive = true,
            Example = "INIT;:CAL:REF:INCL",
            Errors = "-230 nothing was measured since the last training",
        });
        table.Add(new ScpiCommand("CALibration:REFerence:CLEar", "Starts an empty reference.")
        {
            Command = call => call.Instrument.ClearReference(),
            IsExclusive = true,
            Example = "CAL:REF:CLE",
        });
        table.Add(new ScpiCommand("CALibration:REFerence:COUNt", "Reads how many matrices the reference was made from.")
        {
            Query = call => call.Answer.Integer(call.Instrument.Reference.Count),
            IsExclusive = true,
            Answer = "count; 0 where the reference is empty",
            Example = "CAL:REF:CLE;COUN?",
        });
        AddRange(table, "CALibration:REFerence[:AVERage]", "Reads the reference.", "CAL:REF?", r => r.Average());
        AddRange(table, "CALibration:REFerence:MINimum", "Reads the smallest value of each element (the most negative one off the diagonal).",
            "CAL:REF:MIN?", r => r.Minimum);
        AddRange(table, "CALibration:REFerence:MAXimum", "Reads the largest value of each element.", "CAL:REF:MAX?", r => r.Maximum);
        table.Add(new ScpiCommand("CALibration:REFerence:PAIRs", "Sets the reference to given elements, or reads them.")
        {
            Command = call => SetReference(call, Finite(call.TakeValues())),
            Query = call => call.Answer.Values(Reference(call).Average().ToPairs()),
            Parameters = new ScpiParameter[] { ScpiParameter.Values("siemens", pairs, "SIE") },
            IsExclusive = true,
            Answer = "N(N - 1)/2 values in S in the order 12, 13, ..., 1N, 23, ...",
            Example = table.NodeCount == 4
                ? "CAL:REF:PAIR -0.062,-0.062,-0.043,-0.043,-0.062,-0.062;PAIR?"
                : "CAL:REF:PAIR?",
            ExampleAnswer = table.NodeCount == 4 ? "-0.062,-0.062,-0.043,-0.043,-0.062,-0.062" : "",
            Errors = Empty + " (query); -222 a value that is no number",
        });
        table.Add(new ScpiCommand("CALibration:DATE", "Reads the date of the reference in UTC.")
        {
            Query = call =>
            {
                long seconds = call.Scpi.ReferenceDate;
                DateTime date = CalendarTime.FromUnixSeconds(seconds);
                call.Answer.Integer(seconds > 0 ? date.Year : 0);
                call.Answer.Integer(seconds > 0 ? date.Month : 0);
                call.Answer.Integer(seconds > 0 ? date.Day : 0);
            },
            IsExclusive = true,
            Answer = "year, month, day; 0,0,0 where the clock was not set then",
            Example = "CAL:DATE?",
        });
        AddShunts(table);
        table.Validity = table.AddSetting("CALibration:VALidity", "Sets for how many days a reference is valid; STATus:QUEStionable tells when it is "
            + "older.", ScpiParameter.Integer("days", 1, 3650, 365), "CAL:VAL 30;VAL?", "30");
    }

    private static void AddShunts(CommandTable table)
    {
        table.Add(new ScpiCommand("CALibration:SHUNt", "Compares the shunts with R_REF, with the film connected, and uses the result from then on.")
        {
            Command = call =>
            {
                HopfieldInstrument instrument = call.Instrument;
                int rounds = call.Count > 0 ? call.Integer(0) : 16;
                string date = Today(call.Scpi.Clock.UnixSeconds);
                call.Scpi.Table.Sense.Apply(instrument);
                call.Start(OperationBit.Calibrating, () => instrument.CalibrateShunts(rounds, date), null);
            },
            Parameters = new ScpiParameter[] { ScpiParameter.Integer("rounds", 1, 1000, 16).Optional() },
            IsExclusive = true,
            IsOperation = true,
            Example = "CAL:SHUN 16;*OPC?",
            ExampleAnswer = "1",
            Errors = "-231 readings that cannot be right, or a shunt of another value; the old calibration stays; -240 a chip does not answer",
        });
        table.Add(new ScpiCommand("CALibration:SHUNt:RATio", "Reads the shunts as compared with R_REF.")
        {
            Query = call => call.Answer.Values(Shunts(call).Ratios),
            IsExclusive = true,
            Answer = "N ratios R_SHUNT/R_REF",
            Example = "CAL:SHUN;SHUN:RAT?",
            Errors = "-230 the shunts are not calibrated",
        });
        table.Add(new ScpiCommand("CALibration:SHUNt:DATE", "Reads when the shunts were calibrated.")
        {
            Query = call => call.Answer.Text(Shunts(call).Date),
            IsExclusive = true,
            Answer = "date in UTC as text; empty where the clock was not set then",
            Example = "CAL:SHUN;SHUN:DATE?",
            Errors = "-230 the shunts are not calibrated",
        });
        table.Add(new ScpiCommand("CALibration:SHUNt:CLEar", "Takes the shunts for what they are said to be.")
        {
            Command = call => call.Instrument.ShuntCalibration = null,
            IsExclusive = true,
            Example = "CAL:SHUN:CLE",
        });
    }

    private static ShuntCalibration Shunts(ScpiCall call) => call.Instrument.ShuntCalibration
        ?? throw new ScpiException(ScpiError.StaleData, "the shunts are not calibrated: send CALibration:SHUNt");

    private static string Today(long seconds)
    {
        DateTime date = CalendarTime.FromUnixSeconds(seconds);
        return seconds == 0 ? "" : date.Year.ToString() + (date.Month < 10 ? "-0" : "-") + date.Month.ToString()
            + (date.Day < 10 ? "-0" : "-") + date.Day.ToString();
    }

    private delegate ConductanceMatrix Range(ReferenceConductance reference);

    /// <summary>The values, where all are numbers.</summary>
    public static double[] Finite(double[] values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (!(Math.Abs(values[i]) < 1e9))
            {
                throw new ScpiException(ScpiError.OutOfRange, "value " + (i + 1).ToString() + " is no conductance");
            }
        }

        return values;
    }

    /// <summary>Puts a reference into use.</summary>
    /// <param name="call">Call.</param>
    /// <param name="pairs">Its elements in siemens, each pair once.</param>
    public static void SetReference(ScpiCall call, double[] pairs)
    {
        ReferenceConductance reference = new ReferenceConductance();
        reference.Include(ConductanceMatrix.FromPairs(call.Instrument.NodeCount, pairs));
        call.Instrument.RestoreReference(reference);
        call.Scpi.ReferenceDate = call.Scpi.Clock.UnixSeconds;
    }

    private static void AddRange(CommandTable table, string header, string summary, string example, Range range)
    {
        table.Add(new ScpiCommand(header, summary)
        {
            Query = call => call.Answer.Values(MeasureCommands.Matrix(range(Reference(call)))),
            IsExclusive = true,
            Answer = "N x N values in S, row by row",
            Example = example,
            Errors = Empty,
        });
    }

    private static ReferenceConductance Reference(ScpiCall call) => call.Instrument.Reference.Count > 0
        ? call.Instrument.Reference
        : throw new ScpiException(ScpiError.StaleData, "the reference is empty: send CALibration:REFerence");

    private static void Calibrate(ScpiCall call)
    {
        ScpiInstrument scpi = call.Scpi;
        PulseCommands pulse = scpi.Table.Pulse;
        if (scpi.Instrument.NodeCount > 16)
        {
            throw new ScpiException(ScpiError.SettingsConflict, "a film of more than 16 nodes has too many patterns: use CALibration:REFerence:INCLude");
        }

        double volts = pulse.Volts;
        int microseconds = pulse.Microseconds;
        scpi.Instrument.Settings.Limits.CheckTrain(volts, microseconds, 1);
        scpi.Table.Sense.Apply(scpi.Instrument);
        call.Start(OperationBit.Calibrating, () =>
        {
            scpi.LastTrained = null;
            scpi.Instrument.CalibrateReference(volts, microseconds);
            scpi.ReferenceDate = scpi.Clock.UnixSeconds;
        }, null);
    }
}
