using MagHopfield.Instrument.Measure;
using MagHopfield.Instrument.Scpi;
using MagHopfield.Instrument.Scpi.Commands;
using MagHopfield.Shared;
using MagHopfield.Shared.Scpi;

namespace MagHopfield.Instrument.Settings;

/// <summary>
/// What of an instrument survives without power: settings by the CRC-32 of their header, so that a newer firmware finds its own; the range
/// of the reference with its date; weights; the calibration of the shunts.
/// </summary>
internal static class InstrumentState
{
    // The last second of the year 2099.
    private const double LatestDate = 4102444799;
    private const double LargestSiemens = 1e9;

    public static byte[] Of(ScpiInstrument scpi)
    {
        HopfieldInstrument instrument = scpi.Instrument;
        StateWriter writer = new StateWriter();
        writer.Begin(StateTag.Settings);
        for (int i = 0; i < scpi.Table.Count; i++)
        {
            ScpiSetting? setting = scpi.Table[i].Setting;
            if (setting != null)
            {
                writer.Write(Key(setting.Header));
                writer.Write(setting.Value);
            }
        }

        writer.End();
        if (instrument.Reference.Count > 0)
        {
            writer.Begin(StateTag.Reference);
            writer.Write((uint)instrument.NodeCount);
            writer.Write((double)scpi.ReferenceDate);
            writer.Write(instrument.Reference.Minimum.ToPairs());
            writer.Write(instrument.Reference.Maximum.ToPairs());
            writer.End();
        }

        if (instrument.HasWeights)
        {
            writer.Begin(StateTag.Weights);
            writer.Write((uint)instrument.NodeCount);
            writer.Write(instrument.FieldResolution);
            writer.Write(WeightCommands.ToPairs(instrument.Weights));
            writer.End();
        }

        ShuntCalibration? shunts = instrument.ShuntCalibration;
        if (shunts != null)
        {
            writer.Begin(StateTag.Shunts);
            writer.Write((uint)instrument.NodeCount);
            writer.Write(shunts.RelativeError);
            writer.Write(shunts.Ratios);
            writer.Write(shunts.Date);
            writer.End();
        }

        return writer.ToBytes();
    }

    /// <summary>Gives an instrument a state. Where an error is found nothing is changed but the settings.</summary>
    /// <returns>Number of entries that were passed over: of another firmware, or out of the range of this one.</returns>
    /// <exception cref="FlashException">The bytes are no state of an instrument of as many nodes.</exception>
    public static int Give(ScpiInstrument scpi, byte[] bytes)
    {
        HopfieldInstrument instrument = scpi.Instrument;
        int nodes = instrument.NodeCount;
        int pairs = nodes * (nodes - 1) / 2;
        StateReader reader = new StateReader(bytes);
        ReferenceConductance? reference = null;
        WeightMatrix? weights = null;
        ShuntCalibration? shunts = null;
        double date = 0;
        double resolution = 0;
        int passedOver = 0;
        while (reader.Next())
        {
            switch (reader.Tag)
            {
                case StateTag.Settings:
                    passedOver += GiveSettings(scpi.Table, reader);
                    break;
                case StateTag.Reference:
                    CheckNodes(reader, nodes);
                    date = Positive(reader.Real(), LatestDate);
                    reference = new ReferenceConductance();
                    reference.Include(ConductanceMatrix.FromPairs(nodes, reader.Reals(pairs)));
                    reference.Include(ConductanceMatrix.FromPairs(nodes, reader.Reals(pairs)));
                    break;
                case StateTag.Weights:
                    CheckNodes(reader, nodes);
                    resolution = Positive(reader.Real(), LargestSiemens);
                    weights = WeightCommands.FromPairs(nodes, reader.Reals(pairs));
                    break;
                case StateTag.Shunts:
                    CheckNodes(reader, nodes);
                    shunts = Shunts(reader, nodes);
                    break;
                default:
                    passedOver++;
                    break;
            }
        }

        if (reference != null)
        {
            instrument.RestoreReference(reference);
            scpi.ReferenceDate = (long)date;
        }

        if (shunts != null)
        {
            instrument.ShuntCalibration = shunts;
        }

        if (weights != null)
        {
            instrument.RestoreWeights(weights, resolution);
        }

        return passedOver;
    }

    private static int GiveSettings(CommandTable table, StateReader reader)
    {
        int passedOver = 0;
        while (reader.Left > 0)
        {
            uint key = reader.Number();
            double value = reader.Real();
            bool isTaken = false;
            for (int i = 0; i < table.Count; i++)
            {
                ScpiSetting? setting = table[i].Setting;
                if (setting != null && Key(setting.Header) == key)
                {
                    // One that is out of the range of this firmware keeps what it has.
                    isTaken = setting.TrySet(value);
                }
            }

            passedOver += isTaken ? 0 : 1;
        }

        return passedOver;
    }

    private static ShuntCalibration Shunts(StateReader reader, int nodes)
    {
        double error = reader.Real();
        double[] ratios = reader.Reals(nodes);
        string date = reader.Text();
        try
        {
            return new ShuntCalibration(ratios, error, date);
        }
        catch (System.ArgumentException)
        {
            throw StateReader.Damaged();
        }
    }

    private static double Positive(double value, double largest) =>
        value >= 0 && value <= largest ? value : throw StateReader.Damaged();

    private static void CheckNodes(StateReader reader, int nodes)
    {
        uint stored = reader.Number();
        if (stored != (uint)nodes)
        {
            throw new FlashException("The state in flash is of a board of another number of nodes: save a new one.");
        }
    }

    private static uint Key(string header)
    {
        byte[] bytes = new byte[header.Length];
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)header[i];
        }

        return Crc32.Of(bytes, 0, bytes.Length);
    }
}
