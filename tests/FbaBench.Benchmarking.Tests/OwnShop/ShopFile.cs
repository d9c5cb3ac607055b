using System.IO.Compression;

namespace FbaBench.Tests.OwnShops;

/// <summary>Files of sales for a test, deleted with it.</summary>
internal sealed class ShopFile : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("fbabench-shop-").FullName;

    public string Write(string text, string name = "sales.csv")
    {
        var path = Path(name);
        File.WriteAllText(path, text);
        return path;
    }

    public string Write(byte[] bytes, string name = "sales.csv")
    {
        var path = Path(name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>
    /// UCI 'Online Retail' (Daqing Chen, 2015, doi 10.24432/C5BW33, CC BY 4.0): 40,000 invoice lines drawn uniformly from 541,909;
    /// descriptions and countries left out.
    /// </summary>
    public string OnlineRetail()
    {
        var path = Path("online-retail-sample.csv");
        using var packed = new GZipStream(File.OpenRead(System.IO.Path.Combine(AppContext.BaseDirectory, "Data", "online-retail-sample.csv.gz")), CompressionMode.Decompress);
        using var file = File.Create(path);
        packed.CopyTo(file);
        return path;
    }

    public string Path(string name) => System.IO.Path.Combine(_folder, name);

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
