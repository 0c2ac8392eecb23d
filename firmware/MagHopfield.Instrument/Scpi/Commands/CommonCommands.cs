namespace MagHopfield.Instrument.Scpi.Commands;

/// <summary>The common commands of IEEE 488.2, chapter 10.</summary>
internal sealed class CommonCommands
{
    public void AddTo(CommandRows rows)
    {
        ScpiParameter mask = ScpiParameter.Integer("mask", 0, 255, 0);
        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand("*CLS", "Clears the error queue, the standard events and the events of STATus; takes *OPC back.")
            {
                Command = DoCls,
                Example = "*CLS",
            });
        }

        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand("*ESE", "Sets which standard events are summed into bit 5 of the status byte.")
            {
                Command = DoEse,
                Query = QueryEse,
                Parameters = new ScpiParameter[] { mask },
                Answer = "the mask",
                Example = "*ESE 60;*ESE?",
                ExampleAnswer = "60",
            });
        }

        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand("*ESR", "Reads and clears the standard events: 1 operation complete, 4 query, 8 device, 16 execution, "
                + "32 command error, 128 power on.")
            {
                Query = QueryEsr,
                Answer = "sum of the events",
                Example = "*ESR?",
                ExampleAnswer = "128",
            });
        }

        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand("*IDN", "Identifies the instrument.")
            {
                Query = QueryIdn,
                Answer = "manufacturer, model, serial number, version of the firmware",
                Example = "*IDN?",
            });
        }

        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand("*OPC", "Sets the event \"operation complete\" when nothing is under way; the query waits for that.")
            {
                Command = DoOpc,
                Example = "*OPC",
            });
        }

        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand("*OPC", "Waits until nothing is under way.")
            {
                Query = QueryOpc,
                IsExclusive = true,
                Answer = "1",
                Example = "*OPC?",
                ExampleAnswer = "1",
            });
        }

        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand(
                "*RST", "Ends what runs, whoever began it, gives every setting its default, this client's FORMat included, and opens all "
                + "switches. Reference, weights, status registers and flash stay. As a message of its own it drops, like ABORt, what waits "
                + "before it.")
            {
                Command = Reset,
                IsExclusive = true,
                EndsOperation = true,
                IsOperation = true,
                Example = "*RST",
                Errors = "-240 a chip does not answer",
            });
        }

        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand("*SRE", "Sets which bits of the status byte are summed into its bit 6.")
            {
                Command = DoSre,
                Query = QuerySre,
                Parameters = new ScpiParameter[] { mask },
                Answer = "the mask; bit 6 is always 0",
                Example = "*SRE 52;*SRE?",
                ExampleAnswer = "52",
            });
        }

        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand(
                "*STB", "Reads the status byte: 4 errors in the queue, 8 STATus:QUEStionable, 16 an answer is being made, "
                + "32 standard events, 64 any of *SRE, 128 STATus:OPERation.")
            {
                Query = QueryStb,
                Answer = "sum of the bits",
                Example = "*STB?",
                ExampleAnswer = "0",
            });
        }

        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand(
                "*TST",
                "Tests the board, its rails and the leads to film and gold, without a pulse. DIAGnostic:FINDing? tells what was found. "
                + "What is found "
                + "locks pulses until a *TST? finds nothing; but for the memory of the settings, which does not.")
            {
                Query = DiagnosticCommands.Test,
                IsExclusive = true,
                IsOperation = true,
                Answer = "0 where all is well, else the number of faults",
                Example = "*TST?",
                Errors = "-240 a chip does not answer; -221 the board is not initialised",
            });
        }

        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand("*WAI", "Lets what follows wait until nothing is under way.")
            {
                Command = DoWai,
                IsExclusive = true,
                Example = "*WAI",
            });
        }
    }

    private void Reset(ScpiCall call)
    {
        call.Scpi.Table.Reset();
        FormatCommands.Reset(call.Answer);
        HopfieldInstrument instrument = call.Instrument;
        call.Start(OperationBit.Testing, () => DiagnosticCommands.OpenOrInitialise(instrument), null);
    }

    private void DoCls(ScpiCall call) => call.Session.Status.Clear();

    private void DoEse(ScpiCall call) => call.Session.Status.EventEnable = call.Integer(0);

    private void QueryEse(ScpiCall call) => call.Answer.Integer(call.Session.Status.EventEnable);

    private void QueryEsr(ScpiCall call) => call.Answer.Integer(call.Session.Status.TakeEvents());

    private void QueryIdn(ScpiCall call) => call.Answer.Word(call.Scpi.Identity.Answer);

    private void DoOpc(ScpiCall call) => call.Session.Status.AskCompletion(!call.Scpi.IsRunning);

    private void QueryOpc(ScpiCall call) => call.Answer.Integer(1);

    private void DoSre(ScpiCall call) => call.Session.Status.ServiceEnable = call.Integer(0) & ~64;

    private void QuerySre(ScpiCall call) => call.Answer.Integer(call.Session.Status.ServiceEnable);

    private void QueryStb(ScpiCall call) => call.Answer.Integer(call.Session.Status.StatusByte(call.Answer.HasUnits));

    private void DoWai(ScpiCall call)
    {
    }
}
