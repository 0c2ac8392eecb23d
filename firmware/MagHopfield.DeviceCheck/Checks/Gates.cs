using MagHopfield.Shared;

namespace MagHopfield.DeviceCheck.Checks;

internal static class Gates
{
    private static readonly LogicGate[] All = [LogicGate.And, LogicGate.Or, LogicGate.Nand, LogicGate.Nor];

    // Each gate by the outer product of its own training pattern (Niu et al., PNAS 2024: control 1, inputs 2 and 3, output 4).
    public static void Run(CheckLog log)
    {
        for (int g = 0; g < All.Length; g++)
        {
            Pattern trained = BooleanGate.Training(All[g]);
            WeightMatrix weights = new WeightMatrix(4);
            for (int i = 0; i < 4; i++)
            {
                for (int j = 0; j < 4; j++)
                    weights[i, j] = i == j ? 0 : trained[i] * trained[j];
            }

            bool[] table = BooleanGate.TruthTable(weights, BooleanGate.Control(All[g], weights), 0);
            bool[] wanted = BooleanGate.TruthTable(All[g]);
            for (int row = 0; row < wanted.Length; row++)
                log.Expect(table[row] == wanted[row], "a row of a truth table");
        }
    }
}
