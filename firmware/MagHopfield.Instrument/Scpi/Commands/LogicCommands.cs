using MagHopfield.Shared;
using MagHopfield.Shared.Scpi;

namespace MagHopfield.Instrument.Scpi.Commands;

/// <summary>LOGic: a film of four nodes as a gate (Niu et al., PNAS 2024, "Boolean logics operation").</summary>
internal sealed class LogicCommands
{
    private static readonly string[] Gates = { "AND", "OR", "NAND", "NOR" };

    public void AddTo(CommandRows rows)
    {
        ScpiParameter[] gate = { ScpiParameter.Choice("gate", Gates, 0) };
        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand("LOGic:TRAin", "Trains the pattern of a gate into the film, with the pulses of SOURce:PULSe.")
            {
                Command = DoLogicTrain,
                Parameters = gate,
                IsExclusive = true,
                IsOperation = true,
                Example = "LOG:TRA AND;:INIT",
                Errors = "-221 another board than one of 4 nodes; " + PulseCommands.Errors,
            });
        }

        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand("LOGic:CONTrol", "Reads the control input (node 1) that makes the trained film this gate, by the "
                + "sign of w14 in the weights of the last measurement.")
            {
                Query = QueryLogicControl,
                QueryParameters = gate,
                IsExclusive = true,
                Answer = "0 or 1",
                Example = "CALC:WEIG:PAIR -0.003,-0.003,-0.0012,0.0012,0.003,0.003;:LOG:CONT? AND",
                ExampleAnswer = rows.NodeCount == 4 ? "1" : "",
                Errors = "-221 no weights, or another board than one of 4 nodes",
            });
        }

        if (rows.IsWanted())
        {
            rows.Add(new ScpiCommand(
                "LOGic:TABLe", "Reads the truth table of the film for the control input of a gate, from the weights of the last "
                + "measurement.")
            {
                Query = QueryLogicTable,
                QueryParameters = gate,
                IsExclusive = true,
                Answer = "outputs (node 4) for the inputs 00, 01, 10, 11 (nodes 2 and 3)",
                Example = "CALC:WEIG:PAIR -0.003,-0.003,-0.0012,0.0012,0.003,0.003;:LOG:TABL? AND",
                ExampleAnswer = rows.NodeCount == 4 ? "0,0,0,1" : "",
                Errors = "-221 no weights, no gate was trained, or another board than one of 4 nodes",
            });
        }
    }

    private static LogicGate Gate(ScpiCall call)
    {
        if (call.Instrument.NodeCount != 4)
            throw new ScpiException(ScpiError.SettingsConflict, "a gate has 4 nodes, this board " + call.Instrument.NodeCount.ToString());

        return call.Integer(0) == 0
            ? LogicGate.And
            : call.Integer(0) == 1
            ? LogicGate.Or
            : call.Integer(0) == 2
            ? LogicGate.Nand
            : LogicGate.Nor;
    }

    private void DoLogicTrain(ScpiCall call) => PulseCommands.Train(call, BooleanGate.Training(Gate(call)));

    private void QueryLogicControl(ScpiCall call) => call.Answer.Boolean(call.Instrument.GateControl(Gate(call)));

    private void QueryLogicTable(ScpiCall call)
    {
        bool[] table = call.Instrument.TruthTable(call.Instrument.GateControl(Gate(call)));
        for (int i = 0; i < table.Length; i++)
            call.Answer.Boolean(table[i]);
    }
}
