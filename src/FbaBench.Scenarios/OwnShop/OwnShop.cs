using FbaBench.Scenarios;

namespace FbaBench;

/// <summary>
/// A shop of one's own: its sales file is read, fitted (<see cref="ShopHistory.Fit"/>), checked against months that were held
/// back, and turned into a scenario (<see cref="ShopFit.ToScenario"/>).
/// </summary>
public static class OwnShop
{
    /// <summary>
    /// Reads a sales file of any size: it is read twice, once for its forms and once for its numbers, and added up by product,
    /// day and price, so that memory depends on these and not on the number of lines.
    /// </summary>
    /// <param name="path">A text file with a header and one line a sale, separated by comma, semicolon, tab or bar.</param>
    /// <param name="options">How it is read; default: everything is found in the file.</param>
    /// <exception cref="ShopDataException">The file, or the file of products, cannot be used; the message says where and why.</exception>
    public static ShopHistory Read(string path, ShopReadOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        options ??= new ShopReadOptions();
        ArgumentNullException.ThrowIfNull(options.Columns, nameof(options) + "." + nameof(ShopReadOptions.Columns));
        ArgumentNullException.ThrowIfNull(options.LeaveOut, nameof(options) + "." + nameof(ShopReadOptions.LeaveOut));
        if (options.DecimalMark is not (null or '.' or ','))
        {
            throw new ArgumentException($"The decimal mark '{options.DecimalMark}' is not one; use '.' or ','.", nameof(options));
        }

        var facts = options.ProductsFile is { } products ? ProductsFile.Read(products, options.DecimalMark) : null;
        var survey = SalesSurvey.Of(path, options);
        return SalesReader.Read(path, survey, options, facts);
    }
}
