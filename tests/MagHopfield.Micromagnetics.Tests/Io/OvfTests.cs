using System.Text;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.InitialState;
using MagHopfield.Micromagnetics.Io;

namespace MagHopfield.Micromagnetics.Tests.Io;

public class OvfTests
{
    private static readonly Mesh Mesh = new(5, 4, 3, 1e-9, 2.5e-9, 3e-9);

    [Theory]
    [InlineData(OvfData.Text)]
    [InlineData(OvfData.Binary8)]
    public void A_double_field_comes_back_bit_for_bit(OvfData data)
    {
        VectorField<double> m = RandomState.Create<double>(new Geometry(Mesh), 3);
        OvfFile<double> file = Ovf.Read<double>(Written(m, data));
        Assert.Equal(m.X, file.Field.X);
        Assert.Equal(m.Y, file.Field.Y);
        Assert.Equal(m.Z, file.Field.Z);
        Assert.Equal(Mesh, file.Field.Mesh);
    }

    [Theory]
    [InlineData(OvfData.Text)]
    [InlineData(OvfData.Binary4)]
    [InlineData(OvfData.Binary8)]
    public void A_single_field_comes_back_bit_for_bit(OvfData data)
    {
        VectorField<float> m = RandomState.Create<float>(new Geometry(Mesh), 3);
        Assert.Equal(m.Y, Ovf.Read<float>(Written(m, data)).Field.Y);
    }

    [Fact]
    public void The_header_keeps_title_unit_and_descriptions()
    {
        MemoryStream stream = new();
        Ovf2.Write(stream, new VectorField<float>(Mesh), OvfData.Binary4, "H_eff", "A/m", ["Total simulation time: 1e-9 s", "second line"]);
        stream.Position = 0;
        IReadOnlyDictionary<string, string> header = Ovf.Read<float>(stream).Header;
        Assert.Equal("H_eff", header["title"]);
        Assert.Equal("A/m A/m A/m", header["valueunits"]);
        Assert.Equal("Total simulation time: 1e-9 s\nsecond line", header["desc"]);
    }

    [Fact]
    public void An_OVF_1_file_with_odd_header_and_line_ends_is_read()
    {
        const string text =
            "# OOMMF: rectangular mesh v1.0\r\n## a comment\r\n# Segment count: 1\r\n# Begin:   segment\r\n# Begin: Header\r\n"
            + "#Title: from elsewhere\r\n# MeshType:rectangular\r\n# meshunit: nm\r\n# XNodes: 2\r\n# ynodes: 1 ## comment\r\n# znodes: "
            + "1\r\n"
            + "# xstepsize: 4\r\n# ystepsize: 5\r\n# zstepsize: 6\r\n# valueunit: A/m\r\n# valuemultiplier: 1000\r\n# End: Header\r\n"
            + "# begin: data text\r\n 1\t2 3\r\n# in between\r\n4 5e0   -6\r\n# End: data text\r\n";
        VectorField<double> f = Ovf.Read<double>(new MemoryStream(Encoding.UTF8.GetBytes(text))).Field;
        Assert.Equal(new Vector3D(1000, 2000, 3000), f[0]);
        Assert.Equal(new Vector3D(4000, 5000, -6000), f[1]);
        Assert.Equal(4e-9, f.Mesh.Dx, 1e-20);
    }

    [Fact]
    public void Big_endian_binary_as_in_OVF_1_is_read()
    {
        VectorField<float> m = RandomState.Create<float>(new Geometry(new Mesh(2, 1, 1, 1e-9, 1e-9, 1e-9)), 3);
        byte[] bytes = Written(m, OvfData.Binary4).ToArray();
        int at = Encoding.ASCII.GetString(bytes).IndexOf("Data Binary 4\n", StringComparison.Ordinal) + "Data Binary 4\n".Length;
        for (int i = 0; i < 7; i++)
            Array.Reverse(bytes, at + (4 * i), 4);
        Assert.Equal(m.X, Ovf.Read<float>(new MemoryStream(bytes)).Field.X);
    }

    [Fact]
    public void Damaged_and_foreign_files_are_refused_with_a_reason()
    {
        byte[] whole = Written(new VectorField<float>(Mesh), OvfData.Binary4).ToArray();
        Assert.Contains("too early", Fails(whole[..(whole.Length - 80)]));
        Assert.Contains("OOMMF OVF", Fails(Encoding.ASCII.GetBytes("hello\n")));
        Assert.Contains("empty", Fails([]));
        int at = Encoding.ASCII.GetString(whole).IndexOf("Data Binary 4\n", StringComparison.Ordinal) + "Data Binary 4\n".Length;
        whole[at] ^= 0xff;
        Assert.Contains("check value", Fails(whole));
        Assert.Contains("xnodes", Fails(Encoding.ASCII.GetBytes("# OOMMF OVF 2.0\n# Begin: Data Text\n")));
    }

    private static string Fails(byte[] bytes) => Assert.Throws<FormatException>(() => Ovf.Read<float>(new MemoryStream(bytes))).Message;

    private static MemoryStream Written<T>(VectorField<T> field, OvfData data)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        MemoryStream stream = new();
        Ovf2.Write(stream, field, data);
        stream.Position = 0;
        return stream;
    }
}
