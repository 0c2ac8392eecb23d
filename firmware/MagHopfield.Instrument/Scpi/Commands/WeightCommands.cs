using MagHopfield.Shared;
using MagHopfield.Shared.Scpi;

namespace MagHopfield.Instrument.Scpi.Commands;

/// <summary>CALCulate: weights and energies (Niu et al., PNAS 2024, eqs. 2 and 4).</summary>
internal sealed class WeightCommands
{
    private const int MostStates = 10;
    private const string Missing = "-221 no weights: measure after the last training, and calibrate";

    public void AddTo(CommandRows rows)
    {
        int pairs = rows.NodeCount * (rows.NodeCount - 1) / 2;
        if (rows.IsWanted())
        {
            rows.Add(
                new ScpiCommand(
                    "CALCulate:WEIGhts[:MATRix]", "Reads the weights w_ij = G_ij - reference of the matrix measured last, w_ii = 0.")
                {
                    Query = QueryCalculateWeightsMatrix,
                    IsExclusive = true,
                    Answer = "N x N values in S, row by row",
                    Example = "CALC:WEIG?",
                    Errors = Missing,
                });
        }

        if (rows.IsWanted())
        {
            rows.Add(
                new ScpiCommand(
                    "CALCulate:WEIGhts:PAIRs", "Sets the weights to given values until the next measurement or training, or reads them.")
                {
                    Command = DoCalculateWeightsPairs,
                    Query = QueryCalculateWeightsPairs,
                    Parameters = new ScpiParameter[] { ScpiParameter.Values("siemens", pairs, "SIE") },
                    IsExclusive = true,
                    Answer = "N(N - 1)/2 values in S in the order 12, 13, ..., 1N, 23, ...",
                    Example = rows.NodeCount == 4
                    ? "CALC:WEIG:PAIR -0.003,0.003,-0.0012,-0.0012,0.003,-0.003;PAIR?"
                    : "CALC:WEIG:PAIR?",
                    ExampleAnswer = rows.NodeCount == 4 ? "-0.003,0.003,-0.0012,-0.0012,0.003,-0.003" : "",
                    Errors = Missing + " (query); -222 a value that is no number",
                });
        }

        if (rows.IsWanted())
        {
            rows.Add(
                new ScpiCommand("CALCulate:ENERgy", "Reads the Hopfield energy E = -sum w_ij V_i V_j of a pattern for amplitudes of 1 V.")
                {
                    Query = QueryCalculateEnergy,
                    QueryParameters = new ScpiParameter[] { ScpiParameter.Pattern(rows.NodeCount) },
                    IsExclusive = true,
                    Answer = "W",
                    Example = "CALC:ENER? \"+ - + -\"",
                    Errors = Missing,
                });
        }

        if (rows.IsWanted())
        {
            rows.Add(
                new ScpiCommand(
                    "CALCulate:ENERgy:ALL", "Reads the energies of all states, \"+ + ... +\" first, the last node changing fastest.")
                {
                    Query = AnswerAll,
                    IsExclusive = true,
                    Answer = "2^N values in W; for up to 10 nodes",
                    Example = "CALC:ENER:ALL?",
                    Errors = Missing + "; -223 more than 10 nodes",
                });
        }

        if (rows.IsWanted())
        {
            rows.Add(
                new ScpiCommand(
                    "CALCulate:RESolution", "Reads the local field up to which recall takes it for 0: the uncertainty of the weights.")
                {
                    Query = QueryCalculateResolution,
                    IsExclusive = true,
                    Answer = "S",
                    Example = "CALC:RES?",
                    Errors = Missing,
                });
        }
    }

    private void AnswerAll(ScpiCall call)
    {
        int n = call.Instrument.NodeCount;
        if (n > MostStates)
            throw new ScpiException(ScpiError.TooMuchData, "a film of " + n.ToString() + " nodes has too many states");

        double[] energies = new double[1 << n];
        for (int state = 0; state < energies.Length; state++)
            energies[state] = call.Instrument.Energy(Pattern.FromState(state, n));

        call.Answer.Values(energies);
    }

    private void DoCalculateWeightsPairs(ScpiCall call) =>
        call.Instrument.RestoreWeights(WeightMatrix.FromPairs(call.Instrument.NodeCount, CalibrationCommands.Finite(call.TakeValues())), 0);

    private void QueryCalculateWeightsPairs(ScpiCall call) => call.Answer.Values(call.Instrument.Weights.ToPairs());

    private void QueryCalculateEnergy(ScpiCall call) => call.Answer.Number(call.Instrument.Energy(call.Pattern(0)));

    private void QueryCalculateResolution(ScpiCall call) => call.Answer.Number(call.Instrument.FieldResolution);

    private void QueryCalculateWeightsMatrix(ScpiCall call)
    {
        WeightMatrix weights = call.Instrument.Weights;
        int n = weights.NodeCount;
        double[] values = new double[n * n];
        for (int i = 0; i < values.Length; i++)
            values[i] = weights[i / n, i % n];

        call.Answer.Values(values);
    }
}
