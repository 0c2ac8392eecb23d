using System;
using MagHopfield.Instrument.Board;
using MagHopfield.Instrument.Measure.SelfTest;
using MagHopfield.Instrument.Ports;
using MagHopfield.Instrument.Spi;

namespace MagHopfield.Instrument.Scpi.Commands;

/// <summary>DIAGnostic and ABORt: the state of the board.</summary>
internal sealed class DiagnosticCommands
{
    public void AddTo(CommandRows rows)
    {
        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand(
                "ABORt", "Ends the operation that runs, whoever began it, and opens all switches. As a message of its own it is "
                + "taken at once, even where a query waits, and drops what this client has sent before it and has not begun.")
            {
                Command = DoAbort,
                Example = "ABOR",
            });
        }

        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand(
                "DIAGnostic:INITialize",
                "Resets, identifies and configures all chips, looks at the rails and for pulse switches that do not open, and "
                + "measures the noise of a reading.")
            {
                Command = DoDiagnosticInitialize,
                IsExclusive = true,
                IsOperation = true,
                Example = "DIAG:INIT;*OPC?",
                ExampleAnswer = "1",
                Errors = "-240 a chip does not answer; or a rail is wrong or a pulse switch does not open, and pulses are locked",
            });
        }

        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand("DIAGnostic:READy", "Reads whether the board is set up and no fault has put a chip in doubt since.")
            {
                Query = QueryDiagnosticReady,
                Answer = "0 or 1",
                Example = "DIAG:READ?",
                ExampleAnswer = "1",
            });
        }

        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand("DIAGnostic:SWITches", "Reads the state of the switches, as their chips have confirmed it.")
            {
                Query = QueryDiagnosticSwitches,
                Answer = "OPEN, PROB (probe current), PULS (pulse drivers) or TEST (pulse switches, drivers off); UNKN where a chip has "
                    + "not confirmed that it opened, or was not set up yet: "
                    + "anything may be closed",
                Example = "DIAG:SWIT?",
                ExampleAnswer = "OPEN",
            });
        }

        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand("DIAGnostic:PROGress", "Reads how far the operation that runs is.")
            {
                Query = QueryDiagnosticProgress,
                Answer = "steps done, steps of the present stage; 0,0 where nothing runs",
                Example = "DIAG:PROG?",
                ExampleAnswer = "0,0",
            });
        }

        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand(
                "DIAGnostic:POWer",
                "Reads the rail of the pulse drivers, as the controller's own ADC sees it now (compared with the measuring ADC "
                + "at DIAGnostic:INITialize, *TST? and each training) or else as the measuring ADC read it then, and the last pulse.")
            {
                Query = QueryDiagnosticPower,
                Answer = "rail in V (nominally 6.5), highest terminal of the last pulse in V to some tenths; 9.91E+37 before anything was "
                    + "read, or where nothing watches",
                Example = "DIAG:POW?",
            });
        }

        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand("DIAGnostic:FINDing:COUNt", "Reads how many faults the last *TST? has found.")
            {
                Query = QueryDiagnosticFindingCount,
                IsExclusive = true,
                Answer = "count",
                Example = "DIAG:FIND:COUN?",
                ExampleAnswer = "0",
            });
        }

        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand("DIAGnostic:FINDing", "Reads a fault that the last *TST? has found.")
            {
                Query = QueryDiagnosticFinding,
                QueryParameters = new ScpiParameter[] { ScpiParameter.Integer("number", 1, 1000, 1) },
                IsExclusive = true,
                Answer = "text; empty where there are not so many",
                Example = "DIAG:FIND? 1",
                ExampleAnswer = "\"\"",
            });
        }
    }

    /// <summary>*TST?</summary>
    public static void Test(ScpiCall call)
    {
        ScpiInstrument scpi = call.Scpi;
        call.Start(
            OperationBit.Testing,
            () => scpi.LastTest = Test(scpi),
            answer => answer.Integer(scpi.LastTest!.Findings.Length));
    }

    /// <summary>Opens all switches; a board that is in doubt is set up anew.</summary>
    public static void OpenOrInitialise(HopfieldInstrument instrument)
    {
        if (instrument.IsReady)
            instrument.OpenAll();
        else
            instrument.Initialise();
    }

    // The memory hangs on the same bus. One that is dead loses settings, and does not lock pulses.
    private static SelfTestReport Test(ScpiInstrument scpi)
    {
        SelfTestReport report = scpi.Instrument.SelfTest();
        try
        {
            scpi.Store.Check();
        }
        catch (Exception e) when (e is ChipException || e is FlashException)
        {
            report.Add(SelfTestFault.DeadMemory, -1, -1, "The memory of the settings does not answer: " + e.Message);
        }

        return report;
    }

    private static string Name(SwitchState state) => state switch
    {
        SwitchState.AllOpen => "OPEN",
        SwitchState.Probe => "PROBe",
        SwitchState.Pulse => "PULSe",
        SwitchState.PulseTest => "TEST",
        _ => "UNKNown",
    };

    private static SelfTestFinding[] Findings(ScpiCall call) =>
        call.Scpi.LastTest != null ? call.Scpi.LastTest.Findings : new SelfTestFinding[0];

    private void DoAbort(ScpiCall call) => call.Scpi.Abort();

    private void QueryDiagnosticReady(ScpiCall call) => call.Answer.Boolean(call.Instrument.IsReady);

    private void QueryDiagnosticSwitches(ScpiCall call) => call.Answer.Mnemonic(Name(call.Instrument.State));

    private void QueryDiagnosticFindingCount(ScpiCall call) => call.Answer.Integer(Findings(call).Length);

    private void DoDiagnosticInitialize(ScpiCall call)
    {
        HopfieldInstrument instrument = call.Instrument;
        MeasureCommands.Apply(call.Scpi);
        call.Start(OperationBit.Testing, () => instrument.Initialise(), null);
    }

    private void QueryDiagnosticProgress(ScpiCall call)
    {
        call.Answer.Integer(call.Scpi.StepsDone);
        call.Answer.Integer(call.Scpi.StepsTotal);
    }

    private void QueryDiagnosticPower(ScpiCall call)
    {
        call.Answer.Number(call.Scpi.SupplyVolts);
        call.Answer.Number(call.Scpi.Power != null ? call.Scpi.Power.PulseVolts : double.NaN);
    }

    private void QueryDiagnosticFinding(ScpiCall call)
    {
        SelfTestFinding[] findings = Findings(call);
        int index = call.Integer(0) - 1;
        call.Answer.Text(index < findings.Length ? findings[index].Text : "");
    }
}
